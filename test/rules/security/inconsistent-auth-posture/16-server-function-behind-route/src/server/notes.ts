import { createServerFn } from '@tanstack/react-start';
import { drizzle } from 'drizzle-orm/node-postgres';
import { notes } from './schema';
import { signedIn } from './session';

const db = drizzle(process.env.DATABASE_URL!);

export const listNotes = createServerFn().middleware([signedIn]).handler(async () => db.select().from(notes)); // ok: inconsistent-auth-posture
export const addNote = createServerFn({ method: 'POST' }).middleware([signedIn]).handler(async () => db.insert(notes).values({})); // ok: inconsistent-auth-posture
export const changeNote = createServerFn({ method: 'POST' }).middleware([signedIn]).handler(async () => db.update(notes).set({})); // ok: inconsistent-auth-posture
// The page that calls it is for people who are signed in; the function itself answers anybody.
export const removeNotes = createServerFn({ method: 'POST' }).handler(async () => db.delete(notes)); // expect: inconsistent-auth-posture
