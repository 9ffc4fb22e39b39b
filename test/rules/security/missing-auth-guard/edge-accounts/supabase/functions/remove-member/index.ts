import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (req) => { // ok: missing-auth-guard
  const accounts = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data: { user } } = await accounts.auth.getUser(req.headers.get('Authorization')?.replace('Bearer ', ''));
  if (user?.app_metadata.role !== 'admin') return new Response('Forbidden', { status: 403 });
  const { member } = await req.json();
  const { error } = await accounts.auth.admin.deleteUser(String(member));
  return new Response(JSON.stringify({ ok: !error }));
});
