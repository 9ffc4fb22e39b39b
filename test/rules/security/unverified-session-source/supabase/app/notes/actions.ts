'use server';
import { createClient } from '../../lib/server';

export async function addNote(text: string) {
  const supabase = await createClient();
  const { data: { session } } = await supabase.auth.getSession(); // expect: unverified-session-source
  if (!session) throw new Error('Unauthorized');
  const { error } = await supabase.from('notes').insert({ text, owner: session.user.id });
  if (error) throw error;
}

export async function removeNote(id: string) {
  const supabase = await createClient();
  const { data } = await supabase.auth.getSession(); // expect: unverified-session-source
  const userId = data.session?.user.id;
  const { error } = await supabase.from('notes').delete().eq('id', id).eq('owner', userId!);
  if (error) throw error;
}

// The user is asked for as well: `getUser` verifies.
export async function renameNote(id: string, text: string) {
  const supabase = await createClient();
  const { data: { session } } = await supabase.auth.getSession(); // ok: unverified-session-source
  if (!session) throw new Error('Unauthorized');
  const { data: { user }, error } = await supabase.auth.getUser();
  if (error || !user) throw new Error('Unauthorized');
  const changed = await supabase.from('notes').update({ text }).eq('id', id).eq('owner', user.id);
  if (changed.error) throw changed.error;
}

// Only its token is taken, for a service that verifies it.
export async function exportNotes() {
  const supabase = await createClient();
  const { data: { session } } = await supabase.auth.getSession(); // ok: unverified-session-source
  if (!session) throw new Error('Unauthorized');
  const answer = await fetch('https://api.example.com/export', { headers: { Authorization: `Bearer ${session.access_token}` }, signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error('Export failed');
}
