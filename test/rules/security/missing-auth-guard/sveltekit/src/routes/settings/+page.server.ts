import { db, notes } from '../../db';

export const actions = {
  // What the layout's load refuses does not keep an action from running.
  reset: async () => { // expect: missing-auth-guard
    await db.delete(notes);
  },
};
