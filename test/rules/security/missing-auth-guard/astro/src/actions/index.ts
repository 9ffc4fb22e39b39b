import { ActionError, defineAction } from 'astro:actions';
import { drizzle } from 'drizzle-orm/node-postgres';
import { notes } from '../schema';

const db = drizzle(process.env.DATABASE_URL!);

export const server = {
  wipe: defineAction({ handler: async () => db.delete(notes) }), // expect: missing-auth-guard
  add: defineAction({ // ok: missing-auth-guard
    handler: async (_input, context) => {
      if (!context.locals.user) throw new ActionError({ code: 'UNAUTHORIZED' });
      return db.insert(notes).values({});
    },
  }),
};
