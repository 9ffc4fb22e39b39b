// packages: next@15.1.0, next-auth@5.0.0-beta.25, @prisma/client@6.1.0, zod@3.23.0, @clerk/nextjs@6.0.0, better-auth@1.1.0, @supabase/supabase-js@2.45.0, @supabase/ssr@0.5.0, next-safe-action@7.9.0, iron-session@8.0.0, zsa@0.6.0, jose@5.0.0, jsonwebtoken@9.0.0

// file: app/actions/a.ts
'use server';
import { db } from '../../lib/db';
import { redirect } from 'next/navigation';
import { cookies, headers } from 'next/headers';
import { auth as clerk, currentUser } from '@clerk/nextjs/server';
import { auth, better, createClient, iron, verifySession, decrypt, getCurrentUser, requireRole, protectedAction, withUser, withLogging, checkAuth, tokenUser, isAdmin, getUserOrThrow, dbSession } from '../../lib/auth';
import { z } from 'zod';
const work = () => db.post.deleteMany({});
// endpoint: ACTION a1 absent
export async function a1() { await db.post.deleteMany({}); }
// endpoint: ACTION a2 present AUTHENTICATED
export async function a2() { const session = await auth(); if (!session?.user?.id) throw new Error('x'); await db.post.deleteMany({}); }
// endpoint: ACTION a3 present AUTHENTICATED
export async function a3() { await clerk.protect(); await db.post.deleteMany({}); }
// endpoint: ACTION a4 present AUTHENTICATED
export async function a4() { const { userId } = await clerk(); if (!userId) return { error: 'no' }; await db.post.deleteMany({}); }
// endpoint: ACTION a5 present AUTHENTICATED
export async function a5() { const session = await better.api.getSession({ headers: await headers() }); if (!session) redirect('/login'); await db.post.deleteMany({}); }
// endpoint: ACTION a6 present AUTHENTICATED
export async function a6() { const supabase = await createClient(); const { data: { user } } = await supabase.auth.getUser(); if (!user) redirect('/login'); await db.post.deleteMany({}); }
// endpoint: ACTION a7 absent PRESENCE_ONLY
export async function a7() { const supabase = await createClient(); const { data: { session } } = await supabase.auth.getSession(); if (!session) redirect('/login'); await db.post.deleteMany({}); }
// endpoint: ACTION a8 present AUTHENTICATED
export async function a8() { const session = await iron(); if (!session.isLoggedIn) throw new Error('x'); await db.post.deleteMany({}); }
// endpoint: ACTION a9 present AUTHENTICATED
export async function a9() { const session = await iron(); if (!session.userId) return null; await db.post.deleteMany({}); }
// endpoint: ACTION a10 absent PRESENCE_ONLY
export async function a10() { const token = (await cookies()).get('token'); if (!token) redirect('/login'); await db.post.deleteMany({}); }
// endpoint: ACTION a11 present AUTHENTICATED
export async function a11() { await verifySession(); await db.post.deleteMany({}); }
// endpoint: ACTION a12 present AUTHENTICATED
export async function a12() { const session = await decrypt((await cookies()).get('session')?.value); if (!session) return; await db.post.deleteMany({}); }
// endpoint: ACTION a13 absent
export async function a13() { const session = await decrypt((await cookies()).get('session')?.value); await db.post.deleteMany({ where: { u: session?.userId } }); }
// endpoint: ACTION a14 present ROLE
export async function a14() { await requireRole('admin'); await db.post.deleteMany({}); }
// endpoint: ACTION a15 present AUTHENTICATED
export async function a15() { return protectedAction(async (user) => { await db.post.deleteMany({}); }); }
// endpoint: ACTION a16 present AUTHENTICATED
export const a16 = withUser(async (user, id: string) => { await db.post.deleteMany({ where: { id } }); });
// endpoint: ACTION a17 absent
export const a17 = withLogging(async (id: string) => { await db.post.deleteMany({ where: { id } }); });
// endpoint: ACTION a18 present AUTHENTICATED
export async function a18() { const r = await checkAuth(); if (r.error) return r; await db.post.deleteMany({}); }
// endpoint: ACTION a19 absent
export async function a19() { await checkAuth(); await db.post.deleteMany({}); }
// endpoint: ACTION a20 present AUTHENTICATED
export async function a20() { const user = await tokenUser(); if (!user) return { success: false }; await db.post.deleteMany({}); }
// endpoint: ACTION a21 present ROLE
export async function a21() { if (!(await isAdmin())) throw new Error('no'); await db.post.deleteMany({}); }
// endpoint: ACTION a22 absent
export async function a22() { const admin = await isAdmin(); await db.post.deleteMany({ where: { hidden: admin } }); }
// endpoint: ACTION a23 present AUTHENTICATED
export async function a23() { const user = await getUserOrThrow(); await db.post.deleteMany({}); }
// endpoint: ACTION a24 present
export async function a24() { const s = await dbSession(); if (!s) throw new Error('no'); await db.post.deleteMany({}); }
// endpoint: ACTION a25 absent
export async function a25(userId: string) { if (!userId) throw new Error('Unauthorized'); await db.post.deleteMany({ where: { userId } }); }
// endpoint: ACTION a26 absent
export async function a26(userId: string) { const user = await db.user.findUnique({ where: { id: userId } }); if (!user) throw new Error('Unauthorized'); await db.post.deleteMany({}); }
// endpoint: ACTION a27 present OWNER
export async function a27(id: string) { const session = await auth(); const post = await db.post.findUnique({ where: { id } }); if (post?.authorId !== session?.user?.id) throw new Error('x'); await db.post.delete({ where: { id } }); }
// endpoint: ACTION a28 present AUTHENTICATED
export async function a28() { try { const user = await getUserOrThrow(); await db.post.deleteMany({ where: { a: user.id } }); } catch { return { error: 'x' }; } }
// endpoint: ACTION a29 absent
export async function a29() { try { await getUserOrThrow(); } catch {} await db.post.deleteMany({}); }
// endpoint: ACTION a30 present AUTHENTICATED
export async function a30() { const user = await currentUser(); if (user === null) { return { ok: false }; } else { await db.post.deleteMany({}); return { ok: true }; } }
// endpoint: ACTION a31 present AUTHENTICATED (in production it asks)
export async function a31() { if (process.env.NODE_ENV === 'production') { const s = await auth(); if (!s) throw new Error('x'); } await db.post.deleteMany({}); }
// endpoint: ACTION a32 present AUTHENTICATED
export async function a32(formData: FormData) { const [session, data] = await Promise.all([auth(), Promise.resolve(formData.get('x'))]); if (!session) throw new Error('x'); await db.post.deleteMany({}); }
// endpoint: ACTION a34 present AUTHENTICATED
export async function a34() { const userId = (await auth())?.user?.id; if (userId == null) throw new Error('x'); await db.post.deleteMany({ where: { userId } }); }
// endpoint: ACTION a35 absent
export async function a35() { const userId = (await auth())?.user?.id ?? 'guest'; if (!userId) throw new Error('x'); await db.post.deleteMany({ where: { userId } }); }
// endpoint: ACTION a36 absent
export async function a36(data: any) { const session = await auth(); if (!session && !data.guestEmail) throw new Error('x'); await db.post.create({ data }); }
// endpoint: ACTION a37 present ROLE
export async function a37() { const { sessionClaims } = await clerk(); if (sessionClaims?.metadata?.role !== 'admin') throw new Error('x'); await db.post.deleteMany({}); }
// endpoint: ACTION a38 present ROLE
export async function a38() { const { has } = await clerk(); if (!has({ role: 'org:admin' })) throw new Error('x'); await db.post.deleteMany({}); }
// endpoint: ACTION a39 present ROLE
export async function a39() { await clerk.protect({ role: 'org:admin' }); await db.post.deleteMany({}); }
// endpoint: ACTION a40 present AUTHENTICATED
export async function a40() { const supabase = await createClient(); const { data, error } = await supabase.auth.getUser(); if (error || !data?.user) redirect('/login'); await db.post.deleteMany({}); }
// endpoint: ACTION a41 present AUTHENTICATED
export async function a41() { const supabase = await createClient(); const { data } = await supabase.auth.getClaims(); if (!data?.claims) redirect('/login'); await db.post.deleteMany({}); }
// endpoint: ACTION a42 absent
export async function a42() { const supabase = await createClient(); const { data: { user } } = await supabase.auth.getUser(); await db.post.deleteMany({ where: { u: user?.id } }); }
// endpoint: ACTION a43 present AUTHENTICATED
export async function a43() { const session = await auth(); assert(session); await db.post.deleteMany({}); }
function assert(x: unknown): asserts x { if (!x) throw new Error('x'); }
// endpoint: ACTION a44 present AUTHENTICATED
export async function a44() { const session = await auth(); if (!session) return; switch (session.user.kind) { case 'a': await db.post.deleteMany({}); } }
// endpoint: ACTION a45 absent
export async function a45() { const session = await auth(); if (!session) { console.error('unauthorized'); } await db.post.deleteMany({}); }

// file: app/actions/b.ts
'use server';
import { z } from 'zod';
import { db } from '../../lib/db';
import { actionClient, authActionClient, adminActionClient, mwClient, loggingClient, authedProcedure } from '../../lib/safe';
// endpoint: ACTION b1 absent
export const b1 = actionClient.schema(z.object({ id: z.string() })).action(async ({ parsedInput }) => db.post.delete({ where: { id: parsedInput.id } }));
// endpoint: ACTION b2 present AUTHENTICATED
export const b2 = authActionClient.schema(z.object({ id: z.string() })).action(async ({ parsedInput }) => db.post.delete({ where: { id: parsedInput.id } }));
// endpoint: ACTION b3 present ROLE
export const b3 = adminActionClient.metadata({ actionName: 'x' }).schema(z.object({ id: z.string() })).action(async ({ parsedInput }) => db.post.delete({ where: { id: parsedInput.id } }));
// endpoint: ACTION b4 present AUTHENTICATED
export const b4 = mwClient.action(async () => db.post.deleteMany({}));
// endpoint: ACTION b5 absent
export const b5 = loggingClient.action(async () => db.post.deleteMany({}));
// endpoint: ACTION b6 present AUTHENTICATED
export const b6 = authedProcedure.createServerAction().input(z.object({ id: z.string() })).handler(async ({ input, ctx }) => db.post.delete({ where: { id: input.id } }));
// endpoint: ACTION b7 present AUTHENTICATED
export const b7 = actionClient.use(async ({ next }) => { const { auth } = await import('../../lib/auth'); const s = await auth(); if (!s) throw new Error('x'); return next(); }).action(async () => db.post.deleteMany({}));

// file: app/api/r1/route.ts

// endpoint: GET /api/r1 present ROLE
import { withAuth } from '../../../lib/auth';
import { db } from '../../../lib/db';

export const GET = withAuth(async (req) => Response.json(await db.post.deleteMany({})), { role: 'admin' });

// file: app/api/r2/route.ts
// endpoint: DELETE /api/r2 present AUTHENTICATED
// endpoint: GET /api/r2 absent
import { auth } from '../../../lib/auth';
import { db } from '../../../lib/db';
import { NextResponse } from 'next/server';
export const DELETE = auth(async function (req) { if (!req.auth) return NextResponse.json({}, { status: 401 }); return Response.json(await db.post.deleteMany({})); });
export const GET = auth(async function (req) { return Response.json(await db.post.deleteMany({})); });

// file: app/api/r3/route.ts
// endpoint: DELETE /api/r3 present AUTHENTICATED
// endpoint: GET /api/r3 present AUTHENTICATED
// endpoint: POST /api/r3 present SECRET
// endpoint: PUT /api/r3 unknown (where the secret is not set, everybody gets in)
import { better, getCurrentUser } from '../../../lib/auth';
import { db } from '../../../lib/db';
import { headers } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
export async function DELETE(req: NextRequest) { const s = await better.api.getSession({ headers: req.headers }); if (!s?.user) return new Response('Unauthorized', { status: 401 }); await db.post.deleteMany({}); return new Response(null); }
export async function GET(req: NextRequest) { const user = await getCurrentUser(); return user ? NextResponse.json(await db.post.findMany()) : NextResponse.json({ e: 1 }, { status: 401 }); }
export async function POST(req: NextRequest) { const auth = req.headers.get('authorization'); if (auth !== `Bearer ${process.env.CRON_SECRET}`) return new Response('no', { status: 401 }); await db.post.deleteMany({}); return new Response(null); }
export async function PUT(req: NextRequest) { const auth = req.headers.get('authorization'); if (process.env.CRON_SECRET && auth !== `Bearer ${process.env.CRON_SECRET}`) return new Response('no', { status: 401 }); await db.post.deleteMany({}); return new Response(null); }

// file: app/dash/layout.tsx
import { auth } from '../../lib/auth';
import { redirect } from 'next/navigation';
export default async function Layout({ children }) { const s = await auth(); if (!s) redirect('/login'); return <div>{children}</div>; }

// file: app/dash/page.tsx
import { db } from '../../lib/db';
import { auth } from '../../lib/auth';
import { redirect } from 'next/navigation';
export default async function Page() {
  const session = await auth(); if (!session) redirect('/login');
  // endpoint: ACTION remove absent
  async function remove(formData: FormData) { 'use server'; await db.post.deleteMany({}); }
  // endpoint: ACTION removeMine present AUTHENTICATED
  async function removeMine(formData: FormData) { 'use server'; const s = await auth(); if (!s) return; await db.post.deleteMany({}); }
  return <form action={remove}><button /></form>;
}

// file: lib/auth.ts
import NextAuth from 'next-auth';
import { betterAuth } from 'better-auth';
import { cookies, headers } from 'next/headers';
import { redirect, unauthorized, forbidden } from 'next/navigation';
import { cache } from 'react';
import { getIronSession } from 'iron-session';
import { createServerClient } from '@supabase/ssr';
import { auth as clerkAuth, currentUser } from '@clerk/nextjs/server';
import { jwtVerify } from 'jose';
import jwt from 'jsonwebtoken';
import { db } from './db';
import { NextResponse } from 'next/server';
export const { auth, handlers } = NextAuth({ providers: [] });
export const better = betterAuth({});
export async function createClient() {
  const store = await cookies();
  return createServerClient(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY!, { cookies: { getAll: () => store.getAll() } });
}
export async function iron() { return getIronSession<{ userId?: string; isLoggedIn?: boolean; user?: any }>(await cookies(), { password: process.env.P!, cookieName: 's' }); }
export const verifySession = cache(async () => {
  const cookie = (await cookies()).get('session')?.value;
  const session = await decrypt(cookie);
  if (!session?.userId) redirect('/login');
  return { isAuth: true, userId: session.userId };
});
const key = new TextEncoder().encode(process.env.SESSION_SECRET);
export async function decrypt(session: string | undefined = '') {
  try { const { payload } = await jwtVerify(session, key, { algorithms: ['HS256'] }); return payload; } catch (error) { console.log('Failed to verify session'); }
}
export const getCurrentUser = cache(async () => { const session = await auth(); return session?.user ?? null; });
export async function requireRole(role: string) { const user = await getCurrentUser(); if (!user) unauthorized(); if (user.role !== role) forbidden(); return user; }
export async function protectedAction<T>(fn: (user: any) => Promise<T>) { const user = await getCurrentUser(); if (!user) throw new Error('Unauthorized'); return fn(user); }
export function withUser<A extends unknown[], T>(fn: (user: any, ...args: A) => Promise<T>) {
  return async (...args: A) => { const user = await getCurrentUser(); if (!user) return { error: 'Not signed in' }; return fn(user, ...args); };
}
export function withLogging(fn: any) { return async (...args: any[]) => { const s = await auth(); console.log(s?.user?.id); return fn(...args); }; }
export async function checkAuth() { const session = await auth(); if (!session) { return { error: 'Unauthorized' }; } return { session }; }
export async function tokenUser() { const t = (await cookies()).get('token')?.value; if (!t) return null; try { return jwt.verify(t, process.env.S!); } catch { return null; } }
export const isAdmin = async () => { const u = await getCurrentUser(); return u?.role === 'admin'; };
export async function getUserOrThrow() { const { userId } = await clerkAuth(); if (!userId) throw new Error('x'); return db.user.findUnique({ where: { id: userId } }); }
export async function dbSession() { const sid = (await cookies()).get('sid')?.value; if (!sid) return null; return db.session.findUnique({ where: { id: sid }, include: { user: true } }); }
export function withAuth(handler: any, opts?: { role?: string }) {
  return async (req: Request, ctx: any) => {
    const session = await auth();
    if (!session?.user) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
    if (opts?.role && session.user.role !== opts.role) return NextResponse.json({}, { status: 403 });
    return handler(req, { ...ctx, user: session.user });
  };
}

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: lib/safe.ts
import { createSafeActionClient, createMiddleware } from 'next-safe-action';
import { auth, getCurrentUser } from './auth';
import { createServerActionProcedure } from 'zsa';
export const actionClient = createSafeActionClient();
export const authActionClient = actionClient.use(async ({ next }) => {
  const session = await auth();
  if (!session?.user) throw new Error('Unauthorized');
  return next({ ctx: { user: session.user } });
});
export const adminActionClient = authActionClient.use(async ({ next, ctx }) => {
  if (ctx.user.role !== 'admin') throw new Error('Forbidden');
  return next({ ctx });
});
const authMiddleware = createMiddleware().define(async ({ next }) => {
  const user = await getCurrentUser();
  if (!user) throw new Error('no');
  return next({ ctx: { user } });
});
export const mwClient = createSafeActionClient().use(authMiddleware);
export const loggingClient = actionClient.use(async ({ next }) => { const r = await next(); console.log(r); return r; });
export const authedProcedure = createServerActionProcedure().handler(async () => {
  const user = await getCurrentUser();
  if (!user) throw new Error('User not authenticated');
  return { user };
});

// file: lib/rows.ts
import { db } from './db';
export async function sessionRow(token: string) {
  const rows = await db.$queryRaw`SELECT * FROM sessions WHERE token = ${token} AND expires_at > NOW()`;
  return rows[0] || null;
}
export async function themeRow(name: string) {
  const rows = await db.$queryRaw`SELECT * FROM themes WHERE name = ${name}`;
  return rows[0] || null;
}
export async function userRow(id: string) {
  const rows = await db.$queryRaw`SELECT * FROM users WHERE id = ${id}`;
  return rows[0] || null;
}

// file: lib/cookieReads.ts
import { cookies } from 'next/headers';
import { sessionRow, themeRow, userRow } from './rows';
export async function readSessionToken(): Promise<string | undefined> { return (await cookies()).get('session')?.value; }
export async function readTheme(): Promise<string | undefined> { return (await cookies()).get('theme')?.value; }
export async function verifyStaff(request: Request) {
  const token = await readSessionToken();
  if (!token) return null;
  const session = await sessionRow(token);
  if (!session) return null;
  const user = await userRow(session.user_id);
  if (!user || user.role !== 'admin') return null;
  return user;
}
export async function chosenTheme() {
  const name = await readTheme();
  if (!name) return null;
  return themeRow(name);
}

// file: app/api/cookie-helper/route.ts
// endpoint: POST /api/cookie-helper present AUTHENTICATED|ROLE (the session comes from a helper)
// endpoint: PUT /api/cookie-helper present AUTHENTICATED|ROLE|SECRET (the same, in the handler)
// endpoint: DELETE /api/cookie-helper absent (a theme is no session)
import { db } from '@/lib/db'; import { chosenTheme, readSessionToken, verifyStaff } from '@/lib/cookieReads'; import { sessionRow } from '@/lib/rows';
export async function POST(request: Request) { const user = await verifyStaff(request); if (!user) return Response.json({}, { status: 401 }); await db.note.deleteMany({}); return Response.json({}); }
export async function PUT(request: Request) { const token = await readSessionToken(); if (!token) return Response.json({}, { status: 401 }); const session = await sessionRow(token); if (!session) return Response.json({}, { status: 401 }); await db.note.deleteMany({}); return Response.json({}); }
export async function DELETE(request: Request) { const theme = await chosenTheme(); if (!theme) return Response.json({}, { status: 400 }); await db.note.deleteMany({}); return Response.json({}); }

// file: app/api/cookie-gate/route.ts
// endpoint: POST /api/cookie-gate absent NONE (a cookie about a trial is no credential)
// endpoint: PUT /api/cookie-gate absent PRESENCE_ONLY (anybody may write that cookie)
import { NextResponse, type NextRequest } from 'next/server'; import { db } from '@/lib/db';
export async function POST(request: NextRequest) { const trial = request.cookies.get('beta-access'); if (!trial || trial.value !== 'granted') return NextResponse.json({}, { status: 403 }); await db.note.deleteMany({}); return NextResponse.json({}); }
export async function PUT(request: NextRequest) { const token = request.cookies.get('admin-session'); if (!token || token.value !== 'yes') return NextResponse.json({}, { status: 403 }); await db.note.deleteMany({}); return NextResponse.json({}); }
