// packages: react-router@7.9.0, @react-router/node@7.9.0, @react-router/dev@7.9.0, @prisma/client@6.1.0

// file: app/db.server.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: app/routes/_auth.inner.tsx
// endpoint: GET /inner absent
import { db } from '../db.server';
export async function loader({ request }) { return db.note.findMany(); }

// file: app/routes/_auth.tsx
// endpoint: GET / present
import { requireUserId } from '../session.server';
export async function loader({ request }) { await requireUserId(request); return null; }

// file: app/routes/r1.tsx
// endpoint: GET /r1 present AUTHENTICATED
// endpoint: POST /r1 absent
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export async function loader({ request }) { await requireUserId(request); return { n: await db.note.findMany() }; }
export async function action({ request }) { await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/r10.tsx
// endpoint: GET /r10 present AUTHENTICATED
// endpoint: POST /r10 present AUTHENTICATED
import { db } from '../db.server';
import { sessionStorage } from '../session.server';
import { redirect } from 'react-router';
export async function loader({ request }) { const session = await sessionStorage.getSession(request.headers.get('Cookie')); const id = session.get('id'); if (!id) throw redirect('/'); return db.note.findMany(); }
export async function action({ request }) { const session = await sessionStorage.getSession(request.headers.get('Cookie')); if (!session.data.user) { throw redirect('/'); } return db.note.deleteMany({}); }

// file: app/routes/r2.tsx
// endpoint: GET /r2 absent
// endpoint: POST /r2 present AUTHENTICATED
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export async function loader({ request }) { const user = await getUser(request); return { n: await db.note.findMany({ where: { u: user?.id } }) }; }
export const action = async ({ request }) => { const user = await requireUser(request); await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/r3.tsx
// endpoint: GET /r3 present ROLE
// endpoint: POST /r3 absent
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export const loader = async ({ request }) => { await requireAdmin(request); return db.note.findMany(); }
export const action = async ({ request }) => { await requireAnonymous(request); await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/r4.tsx
// endpoint: GET /r4 present AUTHENTICATED
// endpoint: POST /r4 present AUTHENTICATED
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export const loader = async ({ request }) => { const userId = await getUserId(request); if (!userId) return redirect('/login'); return db.note.findMany(); }
export const action = async ({ request }) => { const session = await getSession(request); if (!session.has('userId')) return data({}, { status: 401 }); await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/r5.tsx
// endpoint: GET /r5 present AUTHENTICATED|ROLE
// endpoint: POST /r5 absent
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export const loader = async ({ request }) => { await requireWithRole(request, 'admin'); return db.note.findMany(); }
export const action = async ({ request }) => { const f = await request.formData(); const userId = f.get('userId'); if (!userId) throw new Response('Unauthorized', { status: 401 }); await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/r6.tsx
// endpoint: GET /r6 present AUTHENTICATED
// endpoint: POST /r6 present AUTHENTICATED
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export const middleware = [authMiddleware]; export const loader = async ({ context }) => db.note.findMany();
export const action = async ({ request }) => { await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/r7.tsx
// endpoint: GET /r7 absent
// endpoint: POST /r7 present AUTHENTICATED
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export const middleware = [softMiddleware]; export const loader = async ({ context }) => db.note.findMany();
export const action = async ({ context }) => { const user = context.get(userContext); if (!user) throw redirect('/login'); await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/r8.tsx
// endpoint: GET /r8 present AUTHENTICATED
// endpoint: POST /r8 absent (not awaited)
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export const loader = async ({ request }) => { const user = await getUser(request); if (!user) throw new Response('Unauthorized', { status: 401 }); return db.note.findMany(); }
export const action = async ({ request }) => { requireUserId(request); await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/r9.tsx
// endpoint: GET /r9 present AUTHENTICATED
// endpoint: POST /r9 present AUTHENTICATED
import { redirect, data } from 'react-router'; import { db } from '../db.server'; import { getSession, getUserId, getUser, requireUserId, requireUser, requireAdmin, requireAnonymous, requireWithRole, authMiddleware, softMiddleware, userContext } from '../session.server';
export const loader = async ({ request }) => { return requireUserId(request).then((id) => db.note.findMany({ where: { id } })); }
export const action = async ({ request }) => { const [id] = await Promise.all([requireUserId(request), request.formData()]); await db.note.deleteMany({}); return null; }
export default function P() { return null; }

// file: app/routes/zone.in.tsx
// endpoint: GET /zone/in present
// endpoint: POST /zone/in present
import { db } from '../db.server';
export async function loader({ request }) { return db.note.findMany(); }
export async function action({ request }) { return db.note.deleteMany(); }

// file: app/routes/zone.tsx
import { authMiddleware } from '../session.server';
export const middleware = [authMiddleware];
export default function Z() { return null; }

// file: app/routes.ts
import { flatRoutes } from '@react-router/fs-routes';
export default flatRoutes();

// file: app/session.server.ts
import { createCookieSessionStorage, redirect, createContext, data } from 'react-router';
import { db } from './db.server';
export const sessionStorage = createCookieSessionStorage({ cookie: { name: '__session', secrets: [process.env.S!] } });
export async function getSession(request: Request) { return sessionStorage.getSession(request.headers.get('Cookie')); }
export async function getUserId(request: Request) { const session = await getSession(request); return session.get('userId'); }
export async function getUser(request: Request) { const userId = await getUserId(request); if (userId === undefined) return null; const user = await db.user.findUnique({ where: { id: userId } }); if (user) return user; throw await logout(request); }
export async function requireUserId(request: Request, redirectTo = new URL(request.url).pathname) { const userId = await getUserId(request); if (!userId) { throw redirect(`/login?${redirectTo}`); } return userId; }
export async function requireUser(request: Request) { const userId = await requireUserId(request); const user = await db.user.findUnique({ where: { id: userId } }); if (user) return user; throw await logout(request); }
export async function logout(request: Request) { const session = await getSession(request); return redirect('/', { headers: { 'Set-Cookie': await sessionStorage.destroySession(session) } }); }
export async function requireAdmin(request: Request) { const user = await requireUser(request); if (user.role !== 'admin') throw new Response('Forbidden', { status: 403 }); return user; }
export async function requireAnonymous(request: Request) { const userId = await getUserId(request); if (userId) throw redirect('/'); }
export async function requireWithRole(request: Request, name: string) { const userId = await requireUserId(request); const user = await db.user.findFirst({ where: { id: userId, roles: { some: { name } } } }); if (!user) throw data({ error: 'Unauthorized' }, { status: 403 }); return user.id; }
export const userContext = createContext<any>(null);
export const authMiddleware = async ({ request, context }, next) => { const userId = await getUserId(request); if (!userId) throw redirect('/login'); context.set(userContext, userId); };
export const softMiddleware = async ({ request, context }, next) => { const userId = await getUserId(request); context.set(userContext, userId ?? null); return next(); };

// file: app/rights.server.ts
import { redirect } from 'react-router';
import { db } from './db.server';
import { getUserId, requireUserId } from './session.server';
export enum Rights { Owner = 1, Guest = 2 }
export async function requireNoGuest(request, bandId) {
  const userId = await requireUserId(request);
  const member = await db.member.findFirst({ where: { bandId, userId } });
  const rights = member?.rights;
  if (rights === Rights.Guest) throw new Response('no', { status: 403 });
  return rights;
}
export async function refuseGuests(request, bandId) {
  const userId = await getUserId(request);
  const member = await db.member.findFirst({ where: { bandId, userId } });
  if (member?.rights === Rights.Guest) throw new Response('no', { status: 403 });
  return member;
}

// file: app/routes/rights.tsx
// endpoint: GET /rights absent (strangers are no guests)
// endpoint: POST /rights present AUTHENTICATED|ROLE (somebody who is known and no guest)
import { db } from '../db.server'; import { refuseGuests, requireNoGuest } from '../rights.server';
export async function loader({ request, params }) { await refuseGuests(request, params.bandId); return db.note.findMany(); }
export async function action({ request, params }) { await requireNoGuest(request, params.bandId); await db.note.deleteMany({}); return null; }

// file: app/routes/welcome.tsx
// endpoint: GET /welcome absent (whoever is known is sent on, strangers stay)
// endpoint: POST /welcome absent
import { redirect } from 'react-router'; import { db } from '../db.server'; import { getUserId } from '../session.server';
export async function loader({ request }) { const userId = await getUserId(request); if (userId) { return redirect('/home'); } return null; }
export async function action({ request }) { const userId = await getUserId(request); if (userId) throw redirect('/home'); await db.visit.create({ data: {} }); return {}; }
