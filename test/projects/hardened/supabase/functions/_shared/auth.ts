import type { User } from 'npm:@supabase/supabase-js@2.119.0';
import { supabase } from './client.ts';
import { HttpError } from './handle.ts';

/** The caller, verified by the auth server, if they are an administrator. Throws a 401 or a 403 otherwise. */
export async function requireAdmin(req: Request): Promise<User> {
  const token = req.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '';
  const { data, error } = await supabase.auth.getUser(token);
  if (error || !data.user) throw new HttpError(401, 'Unauthorized');
  const { data: profile, error: profileError } = await supabase
    .from('profiles')
    .select('role')
    .eq('id', data.user.id)
    .single();
  if (profileError) throw profileError;
  if (profile.role !== 'admin') throw new HttpError(403, 'Forbidden');
  return data.user;
}
