// file: convex/messages.ts
// packages: convex@1.48.0
import { v } from 'convex/values';
import { mutation } from './_generated/server';

export const loose = mutation({
  handler: async (ctx, args) => ctx.db.insert('messages', { text: args.text }), // expect: unvalidated-input
});

export const checked = mutation({
  args: { text: v.string() },
  handler: async (ctx, args) => ctx.db.insert('messages', { text: args.text }), // ok: unvalidated-input
});
