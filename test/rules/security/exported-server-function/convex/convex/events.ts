import { v } from 'convex/values';
import { internalMutation, mutation } from './_generated/server';

export const lookupUpdateHelper = mutation({ // expect: exported-server-function
  args: { id: v.id('events') },
  handler: async (ctx, args) => {
    await ctx.db.patch(args.id, { updated: Date.now() });
  },
});

// INTERNAL: called from the cron job.
export const closeOld = mutation({ // expect: exported-server-function
  args: { id: v.id('events') },
  handler: async (ctx, args) => {
    await ctx.db.patch(args.id, { closed: true });
  },
});

// INTERNAL: called from the cron job.
export const closeOlder = internalMutation({ // ok: exported-server-function
  args: { id: v.id('events') },
  handler: async (ctx, args) => {
    await ctx.db.patch(args.id, { closed: true });
  },
});
