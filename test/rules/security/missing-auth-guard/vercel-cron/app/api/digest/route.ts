import { Resend } from 'resend';

const resend = new Resend(process.env.RESEND_API_KEY);

// Mails that only the schedule should send are no form for the public.
export async function GET() { // expect: missing-auth-guard(warning medium)
  await resend.emails.send({ from: 'a@example.com', to: 'team@example.com', subject: 'Digest', text: 'Hello' });
  return Response.json({ ok: true });
}
