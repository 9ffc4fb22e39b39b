import { createClient } from 'npm:@supabase/supabase-js@2';

export const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

export async function requireCaller(req: Request) {
  const token = req.headers.get('Authorization')?.replace('Bearer ', '');
  const { data: { user }, error } = await admin.auth.getUser(token);
  if (error || !user) throw new Error('Sign in first');
  return user;
}

export async function callerOrNobody(req: Request) {
  const token = req.headers.get('Authorization')?.replace('Bearer ', '');
  const { data: { user }, error } = await admin.auth.getUser(token);
  if (error || !user) return null;
  return user;
}
