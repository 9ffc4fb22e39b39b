// file: src/server/notes.functions.ts
// packages: @tanstack/react-start@1.169.5, drizzle-orm@0.45.0, zod@4.0.0
import { createServerFn } from '@tanstack/react-start';
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { notes } from './schema';

const db = drizzle(process.env.DATABASE_URL!);
const Note = z.object({ text: z.string() });

export const addTyped = createServerFn({ method: 'POST' })
  .validator((data: { text: string }) => data)
  .handler(async ({ data }) => db.insert(notes).values({ text: data.text })); // expect: unvalidated-input

export const addChecked = createServerFn({ method: 'POST' })
  .validator(Note)
  .handler(async ({ data }) => db.insert(notes).values({ text: data.text })); // ok: unvalidated-input

export const addParsed = createServerFn({ method: 'POST' })
  .inputValidator((data: unknown) => Note.parse(data))
  .handler(async ({ data }) => db.insert(notes).values({ text: data.text })); // ok: unvalidated-input
