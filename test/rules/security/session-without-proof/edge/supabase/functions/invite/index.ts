import { createClient } from 'npm:@supabase/supabase-js@2';
import { Resend } from 'npm:resend';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
const resend = new Resend(Deno.env.get('RESEND_API_KEY'));

// The mailbox is the proof.
Deno.serve(async (req) => {
  const { email } = await req.json();
  const { data } = await admin.auth.admin.generateLink({ type: 'magiclink', email }); // ok: session-without-proof
  await resend.emails.send({ from: 'shop@example.com', to: email, subject: 'Sign in', text: data.properties?.action_link ?? '' });
  return new Response(JSON.stringify({ sent: true }));
});
