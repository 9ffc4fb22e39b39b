// packages: convex@1.48.0
import { v } from 'convex/values';
import { internalMutation, mutation, type MutationCtx } from './_generated/server';

function refuse(): never {
  throw new Error('Not signed in');
}

async function currentUser(ctx: MutationCtx) {
  return ctx.auth.getUserIdentity();
}

export const send = mutation({ // expect: missing-auth-guard
  args: { text: v.string() },
  handler: async (ctx, args) => ctx.db.insert('messages', { text: args.text }),
});

export const sendSigned = mutation({ // ok: missing-auth-guard
  args: { text: v.string() },
  handler: async (ctx, args) => {
    const user = await currentUser(ctx);
    if (!user) refuse();
    await ctx.db.insert('messages', { text: args.text, author: user.subject });
  },
});

export const purge = internalMutation({ // ok: missing-auth-guard
  args: {},
  handler: async (ctx) => ctx.db.delete('all'),
});
