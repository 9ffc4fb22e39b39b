import { createClient } from 'npm:@supabase/supabase-js@2';

// Everybody may change their own account.
Deno.serve(async (req) => { // ok: missing-auth-guard
  const accounts = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data: { user }, error } = await accounts.auth.getUser(req.headers.get('Authorization')?.replace('Bearer ', ''));
  if (error || !user) return new Response('Sign in first', { status: 401 });
  const { name } = await req.json();
  const changed = await accounts.auth.admin.updateUserById(user.id, { user_metadata: { name: String(name) } });
  return new Response(JSON.stringify({ ok: !changed.error }));
});
