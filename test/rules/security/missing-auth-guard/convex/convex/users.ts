import { internalQuery } from './_generated/server';

export const current = internalQuery({
  args: {},
  handler: async (ctx) => {
    const identity = await ctx.auth.getUserIdentity();
    if (!identity) throw new Error('Not signed in');
    return identity;
  },
});

export const count = internalQuery({ args: {}, handler: async (ctx) => (await ctx.db.query('users').collect()).length });
