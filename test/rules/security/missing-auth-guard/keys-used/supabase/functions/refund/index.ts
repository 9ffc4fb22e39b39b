import { createClient } from 'npm:@supabase/supabase-js@2';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

Deno.serve(async () => { // ok: missing-auth-guard
  const { error } = await admin.from('charges').delete().eq('id', 1);
  return new Response(error ? 'failed' : 'ok');
});
