import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (req) => { // expect: missing-auth-guard(error medium)
  const accounts = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { member, name } = await req.json();
  const { error } = await accounts.auth.admin.updateUserById(String(member), { user_metadata: { name: String(name) } });
  return new Response(JSON.stringify({ ok: !error }));
});
