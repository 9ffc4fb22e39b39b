// file: app/actions/notes.ts
// packages: next@15.0.0, @supabase/supabase-js@2.45.0, @supabase/ssr@0.5.0
'use server';
import { createServerClient } from '@supabase/ssr';
import { createClient } from '@supabase/supabase-js';
import { cookies } from 'next/headers';

const admin = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

async function asCaller() {
  const store = await cookies();
  return createServerClient(process.env.SUPABASE_URL!, process.env.SUPABASE_ANON_KEY!, { cookies: { getAll: () => store.getAll() } });
}

export async function listNotes() {
  const supabase = await asCaller();
  const { data } = await supabase.auth.getUser();
  if (!data.user) throw new Error('Who are you?');
  return admin.from('notes').select('id, title').eq('user_id', data.user.id).limit(50);
}

export async function deleteNote(id: string) {
  const supabase = await asCaller();
  const { data } = await supabase.auth.getUser();
  if (!data.user) throw new Error('Who are you?');
  return admin.from('notes').delete().eq('id', id); // expect: missing-ownership-check
}

// Policies of the database decide whose rows the client of the caller reaches.
export async function renameNote(id: string, title: string) {
  const supabase = await asCaller();
  const { data } = await supabase.auth.getUser();
  if (!data.user) throw new Error('Who are you?');
  return supabase.from('notes').update({ title }).eq('id', id); // ok: missing-ownership-check
}

export async function pinNote(id: string) {
  const supabase = await asCaller();
  const { data } = await supabase.auth.getUser();
  if (!data.user) throw new Error('Who are you?');
  return admin.from('notes').update({ pinned: true }).eq('id', id).eq('user_id', data.user.id); // ok: missing-ownership-check
}
