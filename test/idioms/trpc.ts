// packages: @trpc/server@11.0.0, next-auth@5.0.0-beta.25, @prisma/client@6.1.0, zod@3.23.0, next@15.1.0, @clerk/nextjs@6.0.0, better-auth@1.1.0, @supabase/supabase-js@2.45.0

// file: src/server/auth.ts
import NextAuth from 'next-auth';
export const { auth, handlers, signIn, signOut } = NextAuth({ providers: [] });

// file: src/server/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/server/lazy.ts
import { publicProcedure, protectedProcedure, router } from './trpc';
import { db } from './db';
export default router({
  // endpoint: MUTATION lazyThings.l1 present
  l1: protectedProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION lazyThings.l2 absent
  l2: publicProcedure.mutation(() => db.post.deleteMany({})),
});

// file: src/server/other.ts
import { publicProcedure, protectedProcedure, router } from './trpc';
import { db } from './db';
export const other = router({
  // endpoint: MUTATION o1 present
  o1: protectedProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION o2 absent
  o2: publicProcedure.mutation(() => db.post.deleteMany({})),
});

// file: src/server/root.ts
import { router, mergeRouters, createCallerFactory } from './trpc';
import { things } from './things';
import { other } from './other';
import { lazy } from '@trpc/server';
export const appRouter = router({ things, lazyThings: lazy(() => import('./lazy')) });
export const whole = mergeRouters(appRouter, other);

// file: src/server/things.ts
import { z } from 'zod';
import { TRPCError } from '@trpc/server';
import { router, publicProcedure, protectedProcedure, notedProcedure, positiveProcedure, lenientProcedure, adminProcedure, dbAdminProcedure, roleProcedure, sessionLogProcedure, standaloneProcedure, pipedProcedure, ownerProcedure, inlineProcedure, helperProcedure, cookieProcedure, devProcedure } from './trpc';
import { db } from './db';
import { auth } from './auth';
const assertUser = (ctx: any) => { if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return ctx.session.user; };
export const things = router({
  // endpoint: MUTATION things.p1 absent
  p1: publicProcedure.input(z.object({ id: z.string() })).mutation(({ input }) => db.post.delete({ where: { id: input.id } })),
  // endpoint: MUTATION things.p2 present AUTHENTICATED
  p2: protectedProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p3 absent
  p3: notedProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p4 present AUTHENTICATED
  p4: positiveProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p5 absent
  p5: lenientProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p6 present ROLE
  p6: adminProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p7 present ROLE
  p7: dbAdminProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p8 present ROLE
  p8: roleProcedure('admin').mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p26 absent
  p26: sessionLogProcedure('x').mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p9 present AUTHENTICATED
  p9: standaloneProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p10 present AUTHENTICATED
  p10: pipedProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p11 present
  p11: ownerProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p12 present AUTHENTICATED
  p12: inlineProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p13 present AUTHENTICATED
  p13: helperProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p14 absent
  p14: cookieProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p16 present AUTHENTICATED
  p16: publicProcedure.mutation(({ ctx }) => { if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return db.post.deleteMany({}); }),
  // endpoint: MUTATION things.p17 present AUTHENTICATED
  p17: publicProcedure.mutation(({ ctx }) => { assertUser(ctx); return db.post.deleteMany({}); }),
  // endpoint: MUTATION things.p18 present AUTHENTICATED
  p18: publicProcedure.mutation(async () => { const s = await auth(); if (!s) throw new TRPCError({ code: 'UNAUTHORIZED' }); return db.post.deleteMany({}); }),
  // endpoint: MUTATION things.p19 present OWNER
  p19: protectedProcedure.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => { const p = await db.post.findUnique({ where: { id: input.id } }); if (p?.userId !== ctx.session.user.id) throw new TRPCError({ code: 'FORBIDDEN' }); return db.post.delete({ where: { id: input.id } }); }),
  // endpoint: QUERY things.p20 absent
  p20: publicProcedure.query(async ({ ctx }) => { if (ctx.session?.user) { return db.post.findMany({ where: { userId: ctx.session.user.id } }); } return db.post.findMany(); }),
  // endpoint: QUERY things.p21 absent
  p21: publicProcedure.query(async ({ ctx }) => { const u = ctx.session?.user?.id; return db.post.findMany({ where: { OR: [{ pub: true }, { userId: u }] } }); }),
  // endpoint: MUTATION things.p22 present ROLE
  p22: protectedProcedure.use(({ ctx, next }) => { if (ctx.session.user.role !== 'ADMIN') throw new TRPCError({ code: 'FORBIDDEN' }); return next(); }).mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION things.p23 present SECRET
  p23: publicProcedure.input(z.object({ secret: z.string() })).mutation(({ input }) => { if (input.secret !== process.env.ADMIN_SECRET) throw new TRPCError({ code: 'UNAUTHORIZED' }); return db.post.deleteMany({}); }),
  // endpoint: QUERY things.nested.p24 present AUTHENTICATED
  nested: router({ p24: protectedProcedure.query(() => db.post.findMany()) }),
  // endpoint: QUERY things.p25 present AUTHENTICATED
  p25: protectedProcedure.input(z.object({ cursor: z.string() })).output(z.any()).meta({ a: 1 }).query(() => db.post.findMany()),
});

// file: src/server/trpc.ts
import { initTRPC, TRPCError, experimental_standaloneMiddleware } from '@trpc/server';
import { auth } from './auth';
import { db } from './db';
export const createTRPCContext = async (opts: { headers: Headers }) => {
  const session = await auth();
  return { db, session, headers: opts.headers };
};
const t = initTRPC.context<typeof createTRPCContext>().create({});
export const createCallerFactory = t.createCallerFactory;
export const router = t.router;
export const mergeRouters = t.mergeRouters;
export const middleware = t.middleware;
const timing = t.middleware(async ({ next, path }) => { const r = await next(); console.log(path); return r; });
export const publicProcedure = t.procedure.use(timing);
const enforceUserIsAuthed = t.middleware(({ ctx, next }) => {
  if (!ctx.session || !ctx.session.user) {
    throw new TRPCError({ code: 'UNAUTHORIZED' });
  }
  return next({ ctx: { session: { ...ctx.session, user: ctx.session.user } } });
});
const noted = t.middleware(({ ctx, next }) => next({ ctx: { user: ctx.session?.user } }));
const positive = t.middleware(({ ctx, next }) => {
  if (ctx.session?.user) return next({ ctx });
  throw new TRPCError({ code: 'UNAUTHORIZED' });
});
const lenient = t.middleware(({ ctx, next }) => {
  if (!ctx.session) console.warn('stranger');
  return next({ ctx });
});
const isAdmin = t.middleware(async ({ ctx, next }) => {
  if (ctx.session?.user.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' });
  return next({ ctx });
});
const dbAdmin = t.middleware(async ({ ctx, next }) => {
  const user = await ctx.db.user.findUnique({ where: { id: ctx.session.user.id } });
  if (!user?.isAdmin) throw new TRPCError({ code: 'FORBIDDEN' });
  return next({ ctx: { ...ctx, user } });
});
const hasRole = (role: string) => t.middleware(({ ctx, next }) => {
  if (!ctx.session?.user || ctx.session.user.role !== role) throw new TRPCError({ code: 'FORBIDDEN' });
  return next();
});
const sessionLog = (name: string) => t.middleware(async ({ ctx, next }) => { console.log(name, ctx.session?.user); return next(); });
export const sessionLogProcedure = (name: string) => t.procedure.use(sessionLog(name));
const standalone = experimental_standaloneMiddleware<{ ctx: { session: any } }>().create((opts) => {
  if (!opts.ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return opts.next();
});
const isOwner = t.middleware(async ({ ctx, next, getRawInput }) => {
  const { id } = (await getRawInput()) as any;
  const post = await ctx.db.post.findUnique({ where: { id } });
  if (post?.userId !== ctx.session?.user?.id) throw new TRPCError({ code: 'FORBIDDEN' });
  return next();
});
async function requireSession() {
  const s = await auth();
  if (!s?.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return s;
}
export const protectedProcedure = t.procedure.use(enforceUserIsAuthed);
export const notedProcedure = t.procedure.use(noted);
export const positiveProcedure = t.procedure.use(positive);
export const lenientProcedure = t.procedure.use(lenient);
export const adminProcedure = protectedProcedure.use(isAdmin);
export const dbAdminProcedure = protectedProcedure.use(dbAdmin);
export const roleProcedure = (role: string) => t.procedure.use(hasRole(role));
export const standaloneProcedure = t.procedure.use(standalone);
export const pipedProcedure = t.procedure.use(timing.unstable_pipe(enforceUserIsAuthed));
export const ownerProcedure = t.procedure.use(isOwner);
export const inlineProcedure = t.procedure.use(async function isAuthed(opts) {
  const { ctx } = opts;
  if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return opts.next({ ctx: { user: ctx.session.user } });
});
export const helperProcedure = t.procedure.use(async ({ next }) => {
  const session = await requireSession();
  return next({ ctx: { session } });
});
export const cookieProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.headers.get('authorization')) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next();
});
export const devProcedure = t.procedure.use(({ ctx, next }) => {
  if (process.env.NODE_ENV === 'production' && !ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next();
});
