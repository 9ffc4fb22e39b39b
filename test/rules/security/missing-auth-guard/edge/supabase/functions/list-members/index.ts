import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async () => { // expect: missing-auth-guard(warning medium)
  const accounts = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data } = await accounts.auth.admin.listUsers();
  return new Response(JSON.stringify(data.users.map(({ id, email }) => ({ id, email }))));
});
