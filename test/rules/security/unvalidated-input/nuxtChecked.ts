// file: server/api/notes.post.ts
// packages: nuxt@4.4.5, drizzle-orm@0.45.0, zod@4.0.0
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { notes } from '../schema';

const db = drizzle(process.env.DATABASE_URL!);
const Note = z.object({ text: z.string() });

export default defineEventHandler(async (event) => {
  const body = await readValidatedBody(event, Note.parse); // ok: unvalidated-input
  return db.insert(notes).values({ text: body.text });
});
