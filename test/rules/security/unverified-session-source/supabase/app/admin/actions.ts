'use server';
import { createClient } from '../../lib/server';

export async function ban(id: string) {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  if (user?.user_metadata.role !== 'admin') throw new Error('Forbidden'); // expect: unverified-session-source
  const { error } = await supabase.from('bans').insert({ id });
  if (error) throw error;
}

export async function unban(id: string) {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  if (user?.app_metadata.role !== 'admin') throw new Error('Forbidden'); // ok: unverified-session-source
  const { error } = await supabase.from('bans').delete().eq('id', id);
  if (error) throw error;
}

export async function promote(id: string) {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  const role = user?.user_metadata?.role ?? 'member'; // expect: unverified-session-source
  const allowed = role === 'owner';
  if (!allowed) throw new Error('Forbidden');
  const { error } = await supabase.from('members').update({ role: 'admin' }).eq('id', id);
  if (error) throw error;
}

// A name to show is for people to choose.
export async function greeting() {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  return `Hello ${user?.user_metadata.full_name ?? 'you'}`; // ok: unverified-session-source
}

// It decides only which page comes next.
export async function start() {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  const role = user?.user_metadata.role; // ok: unverified-session-source
  let next = '/home';
  if (role === 'admin') next = '/admin';
  return next;
}

// Old names become new ones on the way to a page.
export async function enter() {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  let role = user?.user_metadata.role || 'member'; // ok: unverified-session-source
  if (role === 'super_admin') role = 'root';
  let next = '/home';
  if (role === 'root') {
    next = '/admin';
  }
  return next;
}

// It is compared only to choose a page.
export async function leadOn() {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  const role = user?.user_metadata?.role; // ok: unverified-session-source
  return role === 'clinic' ? '/clinic' : '/patient';
}

export async function leadAtOnce() {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  return user?.user_metadata.role === 'clinic' ? '/clinic' : user?.id ? '/patient' : '/login'; // ok: unverified-session-source
}

// What is chosen is whose rows are shown.
export async function rows() {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  const role = user?.user_metadata?.role; // expect: unverified-session-source
  return supabase.from(role === 'admin' ? 'all_rows' : 'own_rows').select('id').limit(20);
}
