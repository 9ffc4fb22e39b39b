import { createClient } from 'npm:@supabase/supabase-js@2';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

// Who asks is known.
Deno.serve(async (req) => {
  const { data: { user }, error } = await admin.auth.getUser(req.headers.get('Authorization')?.replace('Bearer ', ''));
  if (error || !user) return new Response('Sign in first', { status: 401 });
  const { email } = await req.json();
  const { data } = await admin.auth.admin.generateLink({ type: 'magiclink', email }); // ok: session-without-proof
  return new Response(JSON.stringify({ link: data.properties?.action_link }));
});
