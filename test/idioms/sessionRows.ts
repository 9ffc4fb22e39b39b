// packages: next@15.1.0, drizzle-orm@0.40.0, pg@8.13.0

// file: lib/db.ts
import { drizzle } from 'drizzle-orm/node-postgres';
export const db = drizzle(process.env.DATABASE_URL!);

// file: lib/schema.ts
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
export const users = pgTable('users', { id: text('id'), role: text('role') });
export const sessions = pgTable('sessions', { id: text('id'), userId: text('user_id'), expiresAt: timestamp('expires_at') });
export const photos = pgTable('photos', { id: text('id'), title: text('title') });

// file: lib/cookies.ts
// It looks for one cookie in the header, by hand.
export const readCookie = (request: Request, name: string): string | undefined => {
  const header = request.headers.get('cookie');
  if (!header) return undefined;
  const found = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found ? found.split('=')[1] : undefined;
};
export function cookieShort(request: Request, name: string) { return decodeURIComponent(request.headers.get('cookie')?.split(`${name}=`)[1]?.split(';')[0] ?? ''); }
// What it gives was looked up by a cookie, and is none.
export function localeOf(request: Request) { const header = request.headers.get('cookie') ?? ''; return header.includes('lang=fr') ? 'fr' : 'en'; }

// file: lib/session.ts
import { and, eq, gt } from 'drizzle-orm';
import { reply } from './asking';
import { cookieShort, readCookie } from './cookies';
import { db } from './db';
import { users, sessions } from './schema';
export const checkSession = async (request: Request) => {
  const sid = readCookie(request, 'session');
  if (!sid) return { ok: false as const, error: 'Not signed in', status: 401 };
  const [session] = await db.select().from(sessions).where(and(eq(sessions.id, sid), gt(sessions.expiresAt, new Date())));
  if (!session) return { ok: false as const, error: 'Session expired', status: 401 };
  const [user] = await db.select({ id: users.id, role: users.role }).from(users).where(eq(users.id, session.userId));
  if (!user) return { ok: false as const, error: 'Nobody', status: 401 };
  return { ok: true as const, user };
};
export const shortSession = async (request: Request) => {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, cookieShort(request, 'sid')));
  return session;
};
// Whichever session the query names: anybody may name one.
export const namedSession = async (request: Request) => {
  const id = new URL(request.url).searchParams.get('id') ?? '';
  const [session] = await db.select().from(sessions).where(eq(sessions.id, id));
  return session;
};
export const denied = () => reply('Forbidden', 403);

// file: lib/asking.ts
import { checkSession } from './session';
export const reply = (error: string, status: number) => Response.json({ error }, { status });
export const askUser = async (request: Request) => {
  const asked = await checkSession(request);
  if (!asked.ok) return { ok: false, response: reply(asked.error || 'Unauthorized', asked.status) };
  return { ok: true, user: asked.user };
};
export const askAdmin = async (request: Request) => {
  const asked = await askUser(request);
  if (!asked.ok) return asked;
  if (!asked.user || asked.user.role !== 'admin') return { ok: false, response: reply('Forbidden', 403) };
  return asked;
};

// file: app/api/a/route.ts
import { askAdmin, askUser } from '@/lib/asking';
import { db } from '@/lib/db';
import { photos } from '@/lib/schema';
// endpoint: POST /api/a present ROLE
export async function POST(request: Request) {
  const asked = await askAdmin(request);
  if (!asked.ok) return asked.response;
  await db.insert(photos).values({ id: '1', title: 'a' });
  return Response.json({});
}
// endpoint: DELETE /api/a present AUTHENTICATED
export async function DELETE(request: Request) {
  const asked = await askUser(request);
  if (!asked.ok) return asked.response;
  await db.delete(photos);
  return Response.json({});
}
// endpoint: PUT /api/a absent (nobody looks at what was found out)
export async function PUT(request: Request) {
  await askAdmin(request);
  await db.insert(photos).values({ id: '1', title: 'a' });
  return Response.json({});
}

// file: app/api/b/route.ts
import { namedSession, shortSession } from '@/lib/session';
import { localeOf, readCookie } from '@/lib/cookies';
import { db } from '@/lib/db';
import { photos } from '@/lib/schema';
// endpoint: POST /api/b present
export async function POST(request: Request) {
  if (!(await shortSession(request))) return Response.json({}, { status: 401 });
  await db.insert(photos).values({ id: '1', title: 'b' });
  return Response.json({});
}
// endpoint: PUT /api/b absent (the query names the session)
export async function PUT(request: Request) {
  if (!(await namedSession(request))) return Response.json({}, { status: 401 });
  await db.insert(photos).values({ id: '1', title: 'b' });
  return Response.json({});
}
// endpoint: PATCH /api/b absent NONE (a cookie for the looks)
export async function PATCH(request: Request) {
  const theme = readCookie(request, 'theme');
  if (!theme) return Response.json({}, { status: 400 });
  await db.insert(photos).values({ id: '1', title: theme });
  return Response.json({});
}
// endpoint: DELETE /api/b absent NONE (a language)
export async function DELETE(request: Request) {
  if (!localeOf(request)) return Response.json({}, { status: 400 });
  await db.delete(photos);
  return Response.json({});
}
