import { db, notes } from '../../../db';

export const actions = {
  default: async () => { // ok: missing-auth-guard
    await db.delete(notes);
  },
};
