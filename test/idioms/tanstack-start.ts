// packages: @tanstack/react-start@1.140.0, @tanstack/react-router@1.140.0, @prisma/client@6.1.0, better-auth@1.1.0, zod@3.23.0, @clerk/tanstack-react-start@0.20.0

// file: src/lib/f.ts
import { createServerFn } from '@tanstack/react-start';
import { getCookie } from '@tanstack/react-start/server';
import { auth as clerkAuth } from '@clerk/tanstack-react-start/server';
import { z } from 'zod';
import { db, authMiddleware, redirecting, softMiddleware, adminMiddleware, clientOnly, logging, requireSession, useAppSession, getUser, authedFn } from './x';
// endpoint: GET f1 absent
export const f1 = createServerFn().handler(async () => db.post.deleteMany({}));
// endpoint: POST f2 present AUTHENTICATED
export const f2 = createServerFn({ method: 'POST' }).middleware([authMiddleware]).handler(async () => db.post.deleteMany({}));
// endpoint: POST f3 present AUTHENTICATED
export const f3 = createServerFn({ method: 'POST' }).middleware([redirecting]).inputValidator(z.object({ id: z.string() })).handler(async ({ data }) => db.post.deleteMany({ where: data }));
// endpoint: GET f4 absent
export const f4 = createServerFn().middleware([softMiddleware]).handler(async () => db.post.deleteMany({}));
// endpoint: GET f5 present ROLE
export const f5 = createServerFn().middleware([adminMiddleware]).handler(async () => db.post.deleteMany({}));
// endpoint: GET f6 absent
export const f6 = createServerFn().middleware([clientOnly]).handler(async () => db.post.deleteMany({}));
// endpoint: GET f7 present AUTHENTICATED
export const f7 = createServerFn().middleware([logging, authMiddleware]).handler(async () => db.post.deleteMany({}));
// endpoint: GET f8 present AUTHENTICATED
export const f8 = createServerFn().handler(async () => { await requireSession(); return db.post.deleteMany({}); });
// endpoint: GET f9 present AUTHENTICATED
export const f9 = createServerFn().middleware([softMiddleware]).handler(async ({ context }) => { if (!context.user) throw new Error('x'); return db.post.deleteMany({}); });
// endpoint: GET f10 present AUTHENTICATED
export const f10 = createServerFn().handler(async () => { const session = await useAppSession(); if (!session.data.userId) throw new Error('x'); return db.post.deleteMany({}); });
// endpoint: GET f11 present AUTHENTICATED
export const f11 = createServerFn().handler(async () => { const user = await getUser(); if (!user) throw new Error('x'); return db.post.deleteMany({}); });
// endpoint: GET f12 absent PRESENCE_ONLY
export const f12 = createServerFn().handler(async () => { if (!getCookie('token')) throw new Error('x'); return db.post.deleteMany({}); });
// endpoint: GET f13 present AUTHENTICATED
export const f13 = createServerFn().handler(async () => { const { isAuthenticated, userId } = await clerkAuth(); if (!isAuthenticated) throw new Error('x'); return db.post.deleteMany({}); });
// endpoint: ALL f14 present AUTHENTICATED
export const f14 = authedFn.handler(async () => db.post.deleteMany({}));

// file: src/lib/entrance.ts
import { createServerFn } from '@tanstack/react-start';
import { db } from './x';
// endpoint: POST registerCustomerFn public (an account is made by who has none)
export const registerCustomerFn = createServerFn({ method: 'POST' }).handler(async () => db.user.create({ data: {} }));
// endpoint: POST logoutFn public (whoever is signed out needs no session)
export const logoutFn = createServerFn({ method: 'POST' }).handler(async () => db.session.deleteMany({}));
// endpoint: POST registerDeviceFn absent (a device is no account)
export const registerDeviceFn = createServerFn({ method: 'POST' }).handler(async () => db.device.create({ data: {} }));
// endpoint: POST logoutEverybodyFn absent
export const logoutEverybodyFn = createServerFn({ method: 'POST' }).handler(async () => db.session.deleteMany({}));

// file: src/lib/x.ts
import { PrismaClient } from '@prisma/client';
import { betterAuth } from 'better-auth';
import { createMiddleware, createServerFn } from '@tanstack/react-start';
import { getRequest, getRequestHeaders, getCookie, setResponseStatus, useSession } from '@tanstack/react-start/server';
import { redirect } from '@tanstack/react-router';
export const db = new PrismaClient();
export const auth = betterAuth({});
// endpoint: GET getUser absent OPTIONAL
export const getUser = createServerFn().handler(async () => { const s = await auth.api.getSession({ headers: getRequestHeaders() }); return s?.user ?? null; });
export const authMiddleware = createMiddleware({ type: 'function' }).server(async ({ next }) => {
  const session = await auth.api.getSession({ headers: getRequest().headers });
  if (!session) throw new Error('Unauthorized');
  return next({ context: { user: session.user } });
});
export const redirecting = createMiddleware().server(async ({ next }) => { const session = await auth.api.getSession({ headers: getRequestHeaders() }); if (!session) throw redirect({ to: '/login' }); return await next({ context: { session } }); });
export const softMiddleware = createMiddleware().server(async ({ next }) => { const session = await auth.api.getSession({ headers: getRequestHeaders() }); return next({ context: { user: session?.user ?? null } }); });
export const adminMiddleware = createMiddleware().middleware([authMiddleware]).server(async ({ next, context }) => { if (context.user.role !== 'admin') throw new Error('Forbidden'); return next(); });
export const clientOnly = createMiddleware().client(async ({ next, context }) => { if (!context.user) throw new Error('x'); return next(); });
export const logging = createMiddleware().server(async ({ next }) => { const r = await next(); console.log(r); return r; });
export async function requireSession() { const s = await auth.api.getSession({ headers: getRequestHeaders() }); if (!s) { setResponseStatus(401); throw new Error('x'); } return s; }
export function useAppSession() { return useSession<{ userId?: string }>({ password: process.env.P! }); }
export const authedFn = createServerFn({ method: 'POST' }).middleware([authMiddleware]);

// file: src/routes/_authed.tsx
import { createFileRoute, redirect } from '@tanstack/react-router';
import { createServerFn } from '@tanstack/react-start';
import { db, getUser } from '../lib/x';
// endpoint: GET f15 absent
const f15 = createServerFn().handler(async () => db.post.deleteMany({}));
export const Route = createFileRoute('/_authed')({ beforeLoad: async () => { const u = await getUser(); if (!u) throw redirect({ to: '/login' }); }, loader: () => f15() });

// file: src/routes/api/t.ts
// endpoint: GET /api/t present AUTHENTICATED
// endpoint: POST /api/t absent
import { createFileRoute } from '@tanstack/react-router';
import { db, authMiddleware, requireSession } from '../../lib/x';
export const Route = createFileRoute('/api/t')({ server: { handlers: ({ createHandlers }) => createHandlers({ GET: { middleware: [authMiddleware], handler: async () => new Response(JSON.stringify(await db.post.deleteMany({}))) }, POST: async () => new Response(JSON.stringify(await db.post.deleteMany({}))) }) } });
