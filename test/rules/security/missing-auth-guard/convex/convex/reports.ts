import { internal } from './_generated/api';
import { action } from './_generated/server';

export const build = action({ // ok: missing-auth-guard
  args: {},
  handler: async (ctx) => {
    const user = await ctx.runQuery(internal.users.current, {});
    await ctx.runMutation(internal.messages.purge, { owner: user.subject });
  },
});

export const rebuild = action({ // expect: missing-auth-guard
  args: {},
  handler: async (ctx) => {
    const count = await ctx.runQuery(internal.users.count, {});
    await ctx.runMutation(internal.messages.purge, { count });
  },
});
