// file: supabase/functions/send-verification-email/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (request) => { // expect: missing-rate-limit
  const { userId, email } = await request.json();
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { error } = await supabase.from('users').update({ verification_token: crypto.randomUUID() }).eq('id', userId);
  if (error) return new Response('Failed', { status: 500 });
  const sent = await fetch('https://api.sendgrid.com/v3/mail/send', { method: 'POST', body: JSON.stringify({ to: email }), signal: AbortSignal.timeout(5000) });
  // Only what the service says is passed on.
  if (sent.status === 429) return new Response('Busy', { status: 429 });
  return new Response('ok', { status: sent.ok ? 200 : 502 });
});
