// file: convex/auth.ts
// packages: convex@1.31.0
import { v } from 'convex/values';
import { mutation } from './_generated/server';

// The module is called auth; what it does is for somebody else.
export const updateTheme = mutation({
  args: { theme: v.string() },
  handler: async (ctx, { theme }) => { // ok: missing-rate-limit
    await ctx.db.insert('themes', { theme });
  },
});

export const loginAnon = mutation({ // expect: missing-rate-limit
  args: { name: v.string() },
  handler: async (ctx, { name }) => {
    await ctx.db.insert('sessions', { name });
  },
});

// It tells whether a link is good and changes nothing.
export const getPasswordReset = mutation({
  args: { token: v.string() },
  handler: async (ctx, { token }) => { // ok: missing-rate-limit
    return ctx.db.query('resets').withIndex('by_token', (q) => q.eq('token', token)).first();
  },
});
