import { fail, redirect } from '@sveltejs/kit';
import { db, notes } from '$lib/server/db';
import { requireUser } from '$lib/server/guard';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!locals.user) redirect(303, '/login');
  return { note: await db.select().from(notes).where(params.id) };
};

export const actions: Actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    await db.insert(notes).values({ text: form.get('text') });
  },
  rename: async ({ request, locals }) => {
    const { user } = await locals.safeGetSession();
    if (!user) return fail(401, { message: 'Sign in first' });
    const form = await request.formData();
    await db.update(notes).set({ text: form.get('text') });
  },
  remove: async ({ locals }) => {
    requireUser(locals);
    await db.delete(notes);
  },
  insist: async ({ locals }) => {
    await db.insert(notes).values({ owner: locals.user!.id });
  },
} satisfies Actions;
