import { createClient } from '@convex-dev/better-auth';
import { components } from './_generated/api';
import { mutation } from './_generated/server';

const auth = createClient(components.betterAuth);

export const rename = mutation({ // ok: missing-auth-guard
  args: {},
  handler: async (ctx) => {
    const user = await auth.safeGetAuthUser(ctx);
    if (!user) throw new Error('Not signed in');
    await ctx.db.insert('names', { owner: user._id });
  },
});

export const greet = mutation({ // ok: missing-auth-guard
  args: {},
  handler: async (ctx) => {
    const user = await auth.getAuthUser(ctx);
    await ctx.db.insert('greetings', { owner: user._id });
  },
});
