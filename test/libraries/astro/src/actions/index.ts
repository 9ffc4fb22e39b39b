import { ActionError, defineAction } from 'astro:actions';
import { z } from 'astro:schema';
import { db, notes } from '../db';

export const server = {
  addNote: defineAction({
    input: z.object({ text: z.string() }),
    handler: async (input, context) => {
      if (!context.locals.user) throw new ActionError({ code: 'UNAUTHORIZED' });
      return db.insert(notes).values({ text: input.text });
    },
  }),
  notes: {
    wipe: defineAction({ handler: async () => db.delete(notes) }),
  },
  loose: defineAction({
    accept: 'json',
    handler: async (input) => {
      try {
        return await db.insert(notes).values({ text: input.text });
      } catch (error) {
        console.error(error);
        throw new ActionError({ code: 'INTERNAL_SERVER_ERROR', message: (error as Error).message });
      }
    },
  }),
};
