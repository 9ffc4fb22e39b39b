// file: server/api/notes.post.ts
// packages: nuxt@4.4.5, drizzle-orm@0.45.0, zod@4.0.0
import { drizzle } from 'drizzle-orm/node-postgres';
import { notes } from '../schema';

const db = drizzle(process.env.DATABASE_URL!);

export default defineEventHandler(async (event) => {
  const body = await readBody(event); // expect: unvalidated-input
  return db.insert(notes).values({ text: body.text });
});
