// file: src/server/notes.functions.ts
// packages: @tanstack/react-start@1.169.5, drizzle-orm@0.45.0, better-auth@1.4.0, zod@4.0.0
import { createMiddleware, createServerFn } from '@tanstack/react-start';
import { getRequest } from '@tanstack/react-start/server';
import { betterAuth } from 'better-auth';
import { drizzle } from 'drizzle-orm/node-postgres';
import { notes } from './schema';

const auth = betterAuth({});
const db = drizzle(process.env.DATABASE_URL!);

const signedIn = createMiddleware({ type: 'function' }).server(async ({ next }) => {
  const session = await auth.api.getSession({ headers: getRequest().headers });
  if (!session) throw new Error('Unauthorized');
  return next({ context: { user: session.user } });
});

const known = createMiddleware({ type: 'function' }).server(async ({ next }) => {
  const session = await auth.api.getSession({ headers: getRequest().headers });
  return next({ context: { user: session?.user } });
});

const timed = createMiddleware({ type: 'function' }).server(async ({ next }) => next());

export const removeNotes = createServerFn({ method: 'POST' }).handler(async () => db.delete(notes)); // expect: missing-auth-guard

export const addTimed = createServerFn({ method: 'POST' }).middleware([timed]).handler(async () => db.insert(notes).values({})); // expect: missing-auth-guard

export const addNote = createServerFn({ method: 'POST' }) // ok: missing-auth-guard
  .middleware([signedIn])
  .handler(async ({ context }) => db.insert(notes).values({ owner: context.user.id }));

export const addKnown = createServerFn({ method: 'POST' }) // ok: missing-auth-guard
  .middleware([known])
  .handler(async ({ context }) => {
    if (!context.user) throw new Error('Unauthorized');
    return db.insert(notes).values({ owner: context.user.id });
  });
