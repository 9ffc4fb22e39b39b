import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (req) => { // ok: missing-auth-guard
  const accounts = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { address } = await req.json();
  const { data: template } = await accounts.from('letters').select('body').eq('kind', 'reset').single();
  const { data: link } = await accounts.auth.admin.generateLink({ type: 'recovery', email: String(address) });
  await send(String(address), template?.body, link);
  return new Response('{}');
});
