// file: src/server/notes.functions.ts
// packages: @tanstack/react-start@1.169.5, drizzle-orm@0.45.0
import { createServerFn } from '@tanstack/react-start';
import { drizzle } from 'drizzle-orm/node-postgres';
import { notes } from './schema';

const db = drizzle(process.env.DATABASE_URL!);

export const removeNotes = createServerFn({ method: 'POST' }).handler(async () => {
  try {
    return await db.delete(notes);
  } catch (error) {
    console.error(error);
    return { error: (error as Error).message }; // expect: error-detail-leak
  }
});

export const clearNotes = createServerFn({ method: 'POST' }).handler(async () => {
  try {
    return await db.delete(notes);
  } catch (error) {
    console.error(error);
    return { error: 'Something went wrong' }; // ok: error-detail-leak
  }
});
