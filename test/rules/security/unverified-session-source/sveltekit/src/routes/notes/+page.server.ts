import { redirect } from '@sveltejs/kit';

export const load = async ({ locals }) => {
  const { data } = await locals.supabase.auth.getSession(); // expect: unverified-session-source
  if (!data.session) redirect(303, '/login');
  return { notes: await locals.db.notes(data.session.user.id) };
};
