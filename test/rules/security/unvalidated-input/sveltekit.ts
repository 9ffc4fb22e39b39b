// file: src/routes/notes/+page.server.ts
// packages: @sveltejs/kit@2.70.4, drizzle-orm@0.45.0, zod@4.0.0
import { fail } from '@sveltejs/kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { notes } from '../schema';

const db = drizzle(process.env.DATABASE_URL!);
const Note = z.object({ text: z.string() });

export const actions = {
  loose: async ({ request }) => {
    const form = await request.formData(); // expect: unvalidated-input
    await db.insert(notes).values({ text: form.get('text') });
  },
  checked: async ({ request }) => {
    const form = Note.safeParse(Object.fromEntries(await request.formData())); // ok: unvalidated-input
    if (!form.success) return fail(400, { message: 'Text is missing' });
    await db.insert(notes).values({ text: form.data.text });
  },
};
