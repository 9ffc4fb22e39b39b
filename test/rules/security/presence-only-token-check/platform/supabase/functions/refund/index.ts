import { createClient } from 'npm:@supabase/supabase-js@2';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

// The public key of the application is a token that the platform lets through.
Deno.serve(async (req) => {
  if (!req.headers.get('Authorization')) return new Response('no token', { status: 401 }); // expect: presence-only-token-check
  const { error } = await admin.from('charges').delete().eq('id', 1);
  return new Response(error ? 'failed' : 'ok');
});
