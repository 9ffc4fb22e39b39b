// file: supabase/functions/send-invite/index.ts
// packages: resend@6.0.0
import { Resend } from 'npm:resend@6';

const resend = new Resend(Deno.env.get('RESEND_API_KEY'));

Deno.serve(async (request) => { // ok: missing-rate-limit
  if (request.headers.get('x-hook-secret') !== Deno.env.get('HOOK_SECRET')) return new Response('Unauthorized', { status: 401 });
  const { email } = await request.json();
  const { error } = await resend.emails.send({ from: 'a@example.com', to: email, subject: 'Hello', text: 'Come in' });
  if (error) return new Response('Failed', { status: 502 });
  return new Response('ok');
});
