import { createServerFn } from '@tanstack/react-start';
import { getRequest } from '@tanstack/react-start/server';
import { z } from 'zod';
import { admin, maybeSignedIn, signedIn } from './auth';
import { auth } from './betterAuth';
import { db, notes } from './db';

const Note = z.object({ text: z.string() });
const guarded = createServerFn({ method: 'POST' }).middleware([signedIn]);

export const listNotes = createServerFn().handler(async () => db.select().from(notes));

export const addNote = createServerFn({ method: 'POST' })
  .middleware([signedIn])
  .validator(Note)
  .handler(async ({ data, context }) => db.insert(notes).values({ text: data.text, owner: context.user.id }));

export const addOpenly = createServerFn({ method: 'POST' })
  .inputValidator((data: { text: string }) => data)
  .handler(async ({ data }) => {
    try {
      return await db.insert(notes).values({ text: data.text });
    } catch (error) {
      console.error(error);
      return { error: (error as Error).message };
    }
  });

export const addChecked = createServerFn({ method: 'POST' })
  .inputValidator((data: unknown) => Note.parse(data))
  .handler(async ({ data }) => db.insert(notes).values(data));

export const wipe = createServerFn({ method: 'POST' })
  .middleware([admin])
  .handler(async () => db.delete(notes));

export const addShared = guarded.handler(async () => db.insert(notes).values({ text: 'shared' }));

export const addInside = createServerFn({ method: 'POST' }).handler(async ({ data }) => {
  const session = await auth.api.getSession({ headers: getRequest().headers });
  if (!session) throw new Error('Unauthorized');
  return db.insert(notes).values({ text: String(data), owner: session.user.id });
});

export const addMaybe = createServerFn({ method: 'POST' })
  .middleware([maybeSignedIn])
  .handler(async ({ context }) => {
    if (!context.user) throw new Error('Unauthorized');
    return db.insert(notes).values({ owner: context.user.id });
  });
