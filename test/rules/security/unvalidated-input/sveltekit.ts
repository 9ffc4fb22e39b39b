// file: src/routes/notes/+page.server.ts
// packages: @sveltejs/kit@2.70.4, drizzle-orm@0.45.0, zod@4.0.0
import { fail } from '@sveltejs/kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { notes } from '../schema';

const db = drizzle(process.env.DATABASE_URL!);
const Note = z.object({ text: z.string() });

function missingOf(form: FormData, names: string[]): string | undefined {
  return names.find((name) => !form.get(name));
}

export const actions = {
  loose: async ({ request }) => {
    const form = await request.formData(); // expect: unvalidated-input
    await db.insert(notes).values({ text: form.get('text') });
  },
  asked: async ({ request }) => {
    const form = await request.formData(); // expect: unvalidated-input(info low)
    const sent = { text: form.get('text') as string };
    if (!sent.text) return fail(400, { message: 'Text is missing' });
    await db.insert(notes).values({ text: sent.text });
  },
  listed: async ({ request }) => {
    const form = await request.formData(); // expect: unvalidated-input(info low)
    const missing = missingOf(form, ['text', 'title']);
    if (missing) return fail(400, { message: missing });
    await db.insert(notes).values({ text: form.get('text'), title: form.get('title') });
  },
  halfAsked: async ({ request }) => {
    const form = await request.formData(); // expect: unvalidated-input(warning medium)
    if (!form.get('text')) return fail(400, { message: 'Text is missing' });
    await db.insert(notes).values({ text: form.get('text'), title: form.get('title'), place: form.get('place') });
  },
  checked: async ({ request }) => {
    const form = Note.safeParse(Object.fromEntries(await request.formData())); // ok: unvalidated-input
    if (!form.success) return fail(400, { message: 'Text is missing' });
    await db.insert(notes).values({ text: form.data.text });
  },
};
