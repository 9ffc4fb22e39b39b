// packages: next@15.1.0, next-auth@5.0.0-beta.25, @trpc/server@11.0.0, zod@3.23.0, @nestjs/common@10.4.0, @nestjs/core@10.4.0, socket.io@4.8.0, jsonwebtoken@9.0.0, rxjs@7.8.0, @prisma/client@6.1.0, express@4.21.0

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: lib/auth.ts
import NextAuth from 'next-auth';
export const { handlers, auth } = NextAuth({ providers: [] });

// file: app/actions.ts
'use server';
import { forbidden, unauthorized, notFound } from 'next/navigation';
import { auth } from '../lib/auth';
import { db } from '../lib/db';
// endpoint: ACTION u1 present AUTHENTICATED
export async function u1() { const session = await auth(); if (!session) unauthorized(); await db.post.deleteMany({}); }
// endpoint: ACTION u2 present ROLE
export async function u2() { const session = await auth(); if (session?.user?.role !== 'admin') { forbidden(); } await db.post.deleteMany({}); }
// endpoint: ACTION u3 present AUTHENTICATED
export async function u3() { const session = await auth(); if (!session?.user) return unauthorized(); await db.post.deleteMany({}); }
async function verifiedUser() { const session = await auth(); if (!session) forbidden(); return session.user; }
// endpoint: ACTION u4 present AUTHENTICATED
export async function u4() { const user = await verifiedUser(); await db.post.deleteMany({ where: { author: user?.id } }); }
// endpoint: ACTION u5 present AUTHENTICATED
export async function u5() { const session = (await auth()) ?? unauthorized(); await db.post.deleteMany({ where: { author: session.user?.id } }); }
// endpoint: ACTION u6 absent
export async function u6() { const session = await auth(); if (session) notFound(); await db.post.deleteMany({}); }

// file: app/api/u/route.ts
import { forbidden, unauthorized } from 'next/navigation';
import { auth } from '../../../lib/auth';
import { db } from '../../../lib/db';
// endpoint: POST /api/u present AUTHENTICATED
export async function POST() { const session = await auth(); if (!session) { unauthorized(); } await db.post.deleteMany({}); return Response.json({}); }

// file: src/trpc/init.ts
import { initTRPC, TRPCError, lazy } from '@trpc/server';
import { auth } from '../../lib/auth';
export const createContext = async () => ({ session: await auth() });
const t = initTRPC.context<typeof createContext>().create();
export const router = t.router;
export const open = t.procedure;
export const closed = t.procedure.use(({ ctx, next }) => { if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return next({ ctx: { session: ctx.session } }); });

// file: src/trpc/posts.ts
import { router, open, closed } from './init';
import { db } from '../../lib/db';
export const postRouter = router({
  // endpoint: MUTATION posts.wipe present AUTHENTICATED
  wipe: closed.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION posts.open absent
  open: open.mutation(() => db.post.deleteMany({})),
});

// file: src/trpc/tags.ts
import { router, open, closed } from './init';
import { db } from '../../lib/db';
const tagRouter = router({
  // endpoint: MUTATION tags.wipe present AUTHENTICATED
  wipe: closed.mutation(() => db.tag.deleteMany({})),
  // endpoint: MUTATION tags.open absent
  open: open.mutation(() => db.tag.deleteMany({})),
});
export default tagRouter;

// file: src/trpc/root.ts
import { lazy } from '@trpc/server';
import { router } from './init';
export const appRouter = router({ posts: lazy(() => import('./posts').then((m) => m.postRouter)), tags: lazy(() => import('./tags')) });

// file: src/socket.ts
import { Server } from 'socket.io';
import jwt from 'jsonwebtoken';
import { db } from '../lib/db';
const io1 = new Server(3001, { path: '/one', allowRequest: (req, callback) => { try { jwt.verify(req.headers.authorization ?? '', process.env.S!); callback(null, true); } catch { callback('no', false); } } });
// endpoint: CONNECT /one present AUTHENTICATED
// endpoint: EVENT /one a1 present AUTHENTICATED
io1.on('connection', (socket) => { socket.on('a1', async () => { await db.post.deleteMany({}); }); });

// file: src/socket2.ts
import { Server } from 'socket.io';
import { db } from '../lib/db';
const io2 = new Server(3002, { allowRequest: (req, callback) => { const isOriginValid = req.headers.origin === 'https://example.com'; callback(null, isOriginValid); } });
// endpoint: CONNECT / absent
// endpoint: EVENT a2 absent
io2.on('connection', (socket) => { socket.on('a2', async () => { await db.post.deleteMany({}); }); });

// file: src/socket3.ts
import { Server } from 'socket.io';
import { db } from '../lib/db';
const io3 = new Server(3003, { allowRequest: (req, callback) => { if (!req.headers.cookie) return callback('no cookie', false); callback(null, true); } });
// endpoint: CONNECT / absent
// endpoint: EVENT a3 absent
io3.on('connection', (socket) => { socket.on('a3', async () => { await db.post.deleteMany({}); }); });
