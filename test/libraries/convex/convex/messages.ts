import { v } from 'convex/values';
import { action, internalMutation, mutation, query } from './_generated/server';
import { authedMutation, authedQuery, requireUser } from './auth';

export const list = query({
  args: {},
  handler: async (ctx) => ctx.db.query('messages').collect(),
});

export const send = mutation({
  args: { text: v.string() },
  handler: async (ctx, args) => {
    await ctx.db.insert('messages', { text: args.text });
  },
});

export const sendLoosely = mutation({
  handler: async (ctx, { text }) => {
    await ctx.db.insert('messages', { text });
  },
});

export const sendGuarded = mutation({
  args: { text: v.string() },
  handler: async (ctx, args) => {
    const user = await requireUser(ctx);
    await ctx.db.insert('messages', { text: args.text, author: user.subject });
  },
});

export const old = mutation(async (ctx, { text }) => {
  const identity = await ctx.auth.getUserIdentity();
  if (identity === null) throw new Error('Unauthenticated');
  await ctx.db.insert('messages', { text });
});

export const mine = authedQuery({
  args: {},
  handler: async (ctx) => ctx.db.query('messages').collect(),
});

export const remove = authedMutation({
  args: { id: v.id('messages') },
  handler: async (ctx, args) => ctx.db.delete(args.id),
});

export const purge = internalMutation({
  args: {},
  handler: async (ctx) => ctx.db.delete('all'),
});

export const summarise = action({
  args: { text: v.string() },
  handler: async (ctx, args) => {
    const response = await fetch('https://api.example.com/summary', { method: 'POST', body: args.text });
    await ctx.runMutation('messages:purge', {});
    return response.json();
  },
});
