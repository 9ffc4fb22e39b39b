// packages: @trpc/server@11.0.0, next-auth@5.0.0-beta.25, @prisma/client@6.1.0, zod@3.23.0, next@15.1.0, @clerk/nextjs@6.0.0, better-auth@1.1.0, @supabase/supabase-js@2.45.0

// file: src/context.ts
import { inferAsyncReturnType, initTRPC, TRPCError } from '@trpc/server';
import { auth, currentUser } from '@clerk/nextjs/server';
import { PrismaClient } from '@prisma/client';
import jwt from 'jsonwebtoken';
export const db = new PrismaClient();
export async function createContext({ req }) {
  const { userId } = await auth();
  const token = req.headers.authorization?.split(' ')[1];
  let user = null;
  try { user = jwt.verify(token, process.env.S); } catch {}
  return { userId, user, req, clerk: await auth(), prisma: db, viewer: user, account: null };
}
const t = initTRPC.context<inferAsyncReturnType<typeof createContext>>().create();
export const isAuthed = t.middleware(({ next, ctx }) => {
  if (!ctx.userId) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { userId: ctx.userId } });
});
export const isViewer = t.middleware(({ next, ctx }) => {
  if (!ctx.viewer) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { viewer: ctx.viewer } });
});
export const isClerk = t.middleware(({ next, ctx }) => {
  if (!ctx.clerk.userId) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { auth: ctx.clerk } });
});
export const isHeader = t.middleware(({ next, ctx }) => {
  const token = ctx.req.headers.authorization;
  if (!token) throw new TRPCError({ code: 'UNAUTHORIZED' });
  const user = jwt.verify(token, process.env.S);
  return next({ ctx: { user } });
});
export const isCurrent = t.middleware(async ({ next }) => {
  const user = await currentUser();
  if (!user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user } });
});
export const logged = t.middleware(async (opts) => { const res = await opts.next(); return res; });
export const base = t.procedure;
export const r = t.router;

// file: src/r.ts
import { base, r, isAuthed, isViewer, isClerk, isHeader, isCurrent, logged, db } from './context';
const authed = base.use(isAuthed);
const procs = { authed: base.use(isAuthed), open: base };
export const appRouter = r({
  // endpoint: MUTATION t1 present AUTHENTICATED
  t1: authed.mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t2 present AUTHENTICATED
  t2: base.use(isViewer).mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t3 present AUTHENTICATED
  t3: base.use(isClerk).mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t4 present AUTHENTICATED
  t4: base.use(isHeader).mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t5 present AUTHENTICATED
  t5: base.use(isCurrent).mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t6 present AUTHENTICATED
  t6: procs.authed.mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t7 absent
  t7: procs.open.mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t8 absent
  t8: base.use(logged).mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t9 present AUTHENTICATED
  t9: base.use(logged).use(isAuthed).mutation(() => db.x.deleteMany()),
  // endpoint: MUTATION t10 present AUTHENTICATED
  t10: base.mutation(({ ctx }) => { if (!ctx.viewer) throw new Error('UNAUTHORIZED'); return db.x.deleteMany(); }),
  // endpoint: MUTATION t11 present AUTHENTICATED
  t11: base.unstable_concat(authed).mutation(() => db.x.deleteMany()),
});

// file: src/server.ts
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { appRouter } from './r';
import { createContext } from './context';
createHTTPServer({ router: appRouter, createContext }).listen(3000);
