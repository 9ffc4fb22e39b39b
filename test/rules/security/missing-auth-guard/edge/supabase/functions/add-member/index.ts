import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (req) => { // expect: missing-auth-guard(error medium)
//^^^^^^^^ makes, changes or removes accounts for anyone with the public key
  const accounts = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { email, role } = await req.json();
  const { data, error } = await accounts.auth.admin.createUser({ email: String(email), email_confirm: true, app_metadata: { role: String(role) } });
  return new Response(JSON.stringify({ id: data.user?.id, ok: !error }));
});
