// file: convex/boards.ts
// packages: convex@1.48.0
import { v } from 'convex/values';
import { mutation } from './_generated/server';

export const rename = mutation({ // ok: missing-auth-guard
  args: { board: v.id('boards'), name: v.string(), sessionId: v.string() },
  handler: async (ctx, { board, name, sessionId }) => {
    const session = await ctx.db.query('sessions').withIndex('by_session', (q) => q.eq('sessionId', sessionId)).first();
    if (!session) throw new Error('Nobody is signed in.');
    await ctx.db.patch(board, { name });
  },
});

export const remove = mutation({ // expect: missing-auth-guard(error medium)
  args: { board: v.id('boards'), owner: v.string() },
  handler: async (ctx, { board, owner }) => {
    const found = await ctx.db.query('boards').withIndex('by_owner', (q) => q.eq('owner', owner)).first();
    if (!found) throw new Error('There is no such board.');
    await ctx.db.delete(board);
  },
});
