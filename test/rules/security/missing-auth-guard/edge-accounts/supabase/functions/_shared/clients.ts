import { createClient, type SupabaseClient } from 'npm:@supabase/supabase-js@2';

export function makeClient(): SupabaseClient {
  return createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
}

export async function insist(req: Request, client: SupabaseClient) {
  const { data: { user }, error } = await client.auth.getUser(req.headers.get('Authorization')?.replace('Bearer ', ''));
  if (error || !user) throw new Error('Sign in first');
  return user;
}
