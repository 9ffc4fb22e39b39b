import { v } from 'convex/values';
import { internal } from './_generated/api';
import { action, internalMutation, internalQuery, mutation, query } from './_generated/server';
import { requireUser } from './lib/auth';

export const create = mutation({
  args: { text: v.string() },
  handler: async (ctx, args) => {
    const identity = await ctx.auth.getUserIdentity();
    if (!identity) throw new Error('Unauthorized');
    await ctx.db.insert('notes', { text: args.text, owner: identity.subject });
  },
});

export const rename = mutation({
  args: { id: v.id('notes'), text: v.string() },
  handler: async (ctx, args) => {
    await requireUser(ctx);
    await ctx.db.patch(args.id, { text: args.text });
  },
});

export const archive = mutation({
  args: { id: v.id('notes') },
  handler: async (ctx, args) => {
    await requireUser(ctx);
    await ctx.db.patch(args.id, { archived: true });
  },
});

export const restore = mutation({
  args: { id: v.id('notes') },
  handler: async (ctx, args) => {
    await requireUser(ctx);
    await ctx.db.patch(args.id, { archived: false });
  },
});

export const own = internalQuery({
  args: {},
  handler: async (ctx) => {
    const user = await requireUser(ctx);
    return await ctx.db.query('notes').withIndex('by_owner', (q) => q.eq('owner', user.subject)).collect();
  },
});

export const count = internalQuery({
  args: {},
  handler: async (ctx) => (await ctx.db.query('notes').collect()).length,
});

export const wipe = internalMutation({
  args: { id: v.id('notes') },
  handler: async (ctx, args) => {
    await ctx.db.delete(args.id);
  },
});

// What an internal function checks holds for the action that runs it.
export const clear = action({ // ok: inconsistent-auth-posture
  args: {},
  handler: async (ctx) => {
    const notes = await ctx.runQuery(internal.notes.own, {});
    for (const note of notes) await ctx.runMutation(internal.notes.wipe, { id: note._id });
  },
});

// A function of a file that is not there may check.
export const sync = action({ // ok: inconsistent-auth-posture
  args: { id: v.id('notes') },
  handler: async (ctx, args) => {
    await ctx.runQuery(internal.elsewhere.viewer, {});
    await ctx.runMutation(internal.notes.wipe, { id: args.id });
  },
});

export const erase = action({ // expect: inconsistent-auth-posture
  args: { id: v.id('notes') },
  handler: async (ctx, args) => {
    await ctx.runQuery(internal.notes.count, {});
    await ctx.runMutation(internal.notes.wipe, { id: args.id });
  },
});

export const remove = mutation({ // expect: inconsistent-auth-posture
  args: { id: v.id('notes') },
  handler: async (ctx, args) => {
    await ctx.db.delete(args.id);
  },
});

// Nobody can call what is not exported.
const purge = mutation({ // ok: inconsistent-auth-posture
  args: { id: v.id('notes') },
  handler: async (ctx, args) => {
    await ctx.db.delete(args.id);
  },
});
