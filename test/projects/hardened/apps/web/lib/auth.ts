import 'server-only';
import type { User } from '@supabase/supabase-js';
import { HttpError } from '@/lib/errors';
import { createClient } from '@/lib/supabase/server';

/** The visitor, verified by the auth server. Throws a 401 when there is none. */
export async function requireUser(): Promise<User> {
  const supabase = await createClient();
  const { data, error } = await supabase.auth.getUser();
  if (error || !data.user) throw new HttpError(401, 'Please log in');
  return data.user;
}

/** The visitor, if their profile makes them an administrator. Throws a 401 or a 403 otherwise. */
export async function requireAdmin(): Promise<User> {
  const user = await requireUser();
  const supabase = await createClient();
  const { data: profile, error } = await supabase.from('profiles').select('role').eq('id', user.id).single();
  if (error) throw error;
  if (profile.role !== 'admin') throw new HttpError(403, 'Admins only');
  return user;
}
