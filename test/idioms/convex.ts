// packages: convex@1.17.0, convex-helpers@0.1.60, @convex-dev/auth@0.0.80, @clerk/backend@1.0.0

// file: convex/_generated/server.js
import { actionGeneric, httpActionGeneric, queryGeneric, mutationGeneric, internalMutationGeneric, internalQueryGeneric, internalActionGeneric } from "convex/server";
export const query = queryGeneric; export const mutation = mutationGeneric; export const action = actionGeneric; export const httpAction = httpActionGeneric; export const internalMutation = internalMutationGeneric; export const internalQuery = internalQueryGeneric; export const internalAction = internalActionGeneric;

// file: convex/http.ts
import { httpRouter } from 'convex/server';
import { httpAction } from './_generated/server';
import { internal } from './_generated/api';
const http = httpRouter();
// endpoint: POST /h1 absent
http.route({ path: '/h1', method: 'POST', handler: httpAction(async (ctx, req) => { await ctx.runMutation(internal.m.wipe, {}); return new Response(null); }) });
// endpoint: POST /h2 present SECRET
http.route({ path: '/h2', method: 'POST', handler: httpAction(async (ctx, req) => { if (req.headers.get('x-key') !== process.env.KEY) return new Response('x', { status: 401 }); await ctx.runMutation(internal.m.wipe, {}); return new Response(null); }) });
// endpoint: POST /h3 present AUTHENTICATED
http.route({ path: '/h3', method: 'POST', handler: httpAction(async (ctx, req) => { const i = await ctx.auth.getUserIdentity(); if (!i) return new Response('x', { status: 401 }); await ctx.runMutation(internal.m.wipe, {}); return new Response(null); }) });
export default http;

// file: convex/lib.ts
import { customQuery, customMutation, customCtx } from 'convex-helpers/server/customFunctions';
import { query, mutation, action, internalQuery, type QueryCtx, type MutationCtx } from './_generated/server';
import { getAuthUserId } from '@convex-dev/auth/server';
import { ConvexError, v } from 'convex/values';
export async function getCurrentUser(ctx: QueryCtx) { const identity = await ctx.auth.getUserIdentity(); if (identity === null) return null; return await ctx.db.query('users').withIndex('byExternalId', (q) => q.eq('externalId', identity.subject)).unique(); }
export async function getCurrentUserOrThrow(ctx: QueryCtx) { const userRecord = await getCurrentUser(ctx); if (!userRecord) throw new Error("Can't get current user"); return userRecord; }
export async function mustGetUserId(ctx: QueryCtx | MutationCtx) { const userId = await getAuthUserId(ctx); if (!userId) throw new ConvexError('Not authenticated'); return userId; }
export const authedMutation = customMutation(mutation, customCtx(async (ctx) => ({ user: await getCurrentUserOrThrow(ctx) })));
export const softMutation = customMutation(mutation, customCtx(async (ctx) => ({ user: await getCurrentUser(ctx) })));
export const adminMutation = customMutation(mutation, { args: {}, input: async (ctx, args) => { const user = await getCurrentUserOrThrow(ctx); if (user.role !== 'admin') throw new ConvexError('no'); return { ctx: { user }, args }; } });
export const keyMutation = customMutation(mutation, { args: { key: v.string() }, input: async (ctx, { key }) => { if (key !== process.env.API_KEY) throw new Error('no'); return { ctx, args: {} }; } });
export async function requireAdmin(ctx: MutationCtx) { const user = await getCurrentUserOrThrow(ctx); if (user.role !== 'admin') throw new ConvexError('Forbidden'); return user; }
export async function checkMember(ctx: MutationCtx, teamId: any) { const userId = await mustGetUserId(ctx); const m = await ctx.db.query('members').withIndex('x', (q) => q.eq('teamId', teamId).eq('userId', userId)).first(); if (!m) throw new ConvexError('no'); return m; }
export const withUser = (handler: any) => async (ctx: any, args: any) => { const identity = await ctx.auth.getUserIdentity(); if (!identity) throw new ConvexError('no'); return handler({ ...ctx, identity }, args); };

// file: convex/m.ts
import { mutation, query, action, internalMutation, httpAction } from './_generated/server';
import { v, ConvexError } from 'convex/values';
import { getAuthUserId } from '@convex-dev/auth/server';
import { internal, api } from './_generated/api';
import { getCurrentUser, getCurrentUserOrThrow, mustGetUserId, authedMutation, softMutation, adminMutation, keyMutation, requireAdmin, checkMember, withUser } from './lib';
// endpoint: MUTATION m.m1 absent
export const m1 = mutation({ args: { id: v.id('x') }, handler: async (ctx, { id }) => { await ctx.db.delete(id); } });
// endpoint: MUTATION m.m2 present AUTHENTICATED
export const m2 = mutation({ args: { id: v.id('x') }, handler: async (ctx, { id }) => { const identity = await ctx.auth.getUserIdentity(); if (!identity) throw new Error('Unauthenticated'); await ctx.db.delete(id); } });
// endpoint: MUTATION m.m3 present AUTHENTICATED
export const m3 = mutation({ args: {}, handler: async (ctx) => { const userId = await getAuthUserId(ctx); if (userId === null) throw new Error('x'); await ctx.db.insert('x', { userId }); } });
// endpoint: MUTATION m.m4 present AUTHENTICATED
export const m4 = mutation({ args: {}, handler: async (ctx) => { const user = await getCurrentUserOrThrow(ctx); await ctx.db.insert('x', { u: user._id }); } });
// endpoint: MUTATION m.m5 absent
export const m5 = mutation({ args: {}, handler: async (ctx) => { const user = await getCurrentUser(ctx); await ctx.db.insert('x', { u: user?._id }); } });
// endpoint: MUTATION m.m6 present AUTHENTICATED
export const m6 = mutation({ args: {}, handler: async (ctx) => { const user = await getCurrentUser(ctx); if (!user) return null; await ctx.db.insert('x', { u: user._id }); } });
// endpoint: MUTATION m.m7 present AUTHENTICATED
export const m7 = authedMutation({ args: {}, handler: async (ctx) => { await ctx.db.insert('x', { u: ctx.user._id }); } });
// endpoint: MUTATION m.m8 absent
export const m8 = softMutation({ args: {}, handler: async (ctx) => { await ctx.db.insert('x', { u: ctx.user?._id }); } });
// endpoint: MUTATION m.m9 present ROLE
export const m9 = adminMutation({ args: {}, handler: async (ctx) => { await ctx.db.insert('x', {}); } });
// endpoint: MUTATION m.m10 present SECRET
export const m10 = keyMutation({ args: {}, handler: async (ctx) => { await ctx.db.insert('x', {}); } });
// endpoint: MUTATION m.m11 present ROLE
export const m11 = mutation({ args: {}, handler: async (ctx) => { await requireAdmin(ctx); await ctx.db.insert('x', {}); } });
// endpoint: MUTATION m.m12 present AUTHENTICATED|OWNER|ROLE
export const m12 = mutation({ args: { t: v.id('t') }, handler: async (ctx, { t }) => { await checkMember(ctx, t); await ctx.db.delete(t); } });
// endpoint: MUTATION m.m13 present OWNER
export const m13 = mutation({ args: { id: v.id('x') }, handler: async (ctx, { id }) => { const userId = await mustGetUserId(ctx); const row = await ctx.db.get(id); if (!row || row.userId !== userId) throw new ConvexError('x'); await ctx.db.delete(id); } });
// endpoint: MUTATION m.m14 present AUTHENTICATED
export const m14 = mutation({ args: {}, handler: withUser(async (ctx: any) => { await ctx.db.insert('x', {}); }) });
// endpoint: MUTATION m.m15 absent (not awaited)
export const m15 = mutation({ args: {}, handler: async (ctx) => { getCurrentUserOrThrow(ctx); await ctx.db.insert('x', {}); } });
// endpoint: MUTATION m.m16 absent
export const m16 = mutation({ args: { userId: v.id('users') }, handler: async (ctx, { userId }) => { const user = await ctx.db.get(userId); if (!user) throw new Error('Unauthorized'); await ctx.db.insert('x', { userId }); } });
// endpoint: QUERY m.m17 present AUTHENTICATED
export const m17 = query({ args: {}, handler: async (ctx) => { const identity = await ctx.auth.getUserIdentity(); if (!identity) return []; return ctx.db.query('x').collect(); } });
// endpoint: QUERY m.m18 absent
export const m18 = query(async (ctx) => { return ctx.db.query('x').collect(); });
// endpoint: ACTION m.m19 present AUTHENTICATED
export const m19 = action({ args: {}, handler: async (ctx) => { const user = await ctx.runQuery(api.m.me); if (!user) throw new Error('x'); await ctx.runMutation(internal.m.wipe, {}); } });
// endpoint: ACTION m.m20 present AUTHENTICATED
export const m20 = action({ args: {}, handler: async (ctx) => { await ctx.runQuery(internal.m2.assertMe); await ctx.runMutation(internal.m.wipe, {}); } });
export const wipe = internalMutation({ args: {}, handler: async (ctx) => { await ctx.db.insert('x', {}); } });
// endpoint: QUERY m.me present AUTHENTICATED (all that it gives is who calls)
export const me = query({ args: {}, handler: async (ctx) => getCurrentUser(ctx) });

// file: convex/m2.ts
import { internalQuery } from './_generated/server';
import { getCurrentUserOrThrow } from './lib';
export const assertMe = internalQuery({ args: {}, handler: async (ctx) => { return await getCurrentUserOrThrow(ctx); } });
