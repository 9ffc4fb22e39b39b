// packages: next@15.1.0, next-auth@5.0.0-beta.25, @prisma/client@6.1.0

// file: lib/auth.ts
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
export const { handlers, auth } = NextAuth({ providers: [GitHub] });
export async function mustUser() { const session = await auth(); if (!session?.user) throw new Error('Unauthorized'); return session.user; }
export async function anyUser() { const session = await auth(); return session?.user ?? null; }

// file: lib/rights.ts
const rights: Record<string, string[]> = { editor: ['pages:write'], admin: ['pages:write', 'users:write'] };
export const allows = (role: string | undefined, wanted: string[]) => wanted.some((one) => rights[role ?? '']?.includes(one));

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: app/api/a/route.ts
import { anyUser, mustUser } from '@/lib/auth';
import { allows } from '@/lib/rights';
import { db } from '@/lib/db';
// endpoint: POST /api/a present ROLE
export async function POST() {
  const user = await mustUser();
  const mayWrite = allows(user.role, ['pages:write']);
  if (!mayWrite) return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.page.create({ data: {} });
  return Response.json({});
}
// endpoint: PUT /api/a present ROLE
export async function PUT() {
  const user = await anyUser();
  const known = user?.role === 'admin' || user?.role === 'editor';
  if (!known) return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.page.create({ data: {} });
  return Response.json({});
}
// endpoint: PATCH /api/a present AUTHENTICATED (what somebody may do is shown, and not asked)
export async function PATCH() {
  const user = await mustUser();
  const mayWrite = allows(user.role, ['pages:write']);
  await db.page.updateMany({ where: { ownerId: user.id }, data: {} });
  return Response.json({ mayWrite });
}
// endpoint: DELETE /api/a absent OPTIONAL (only those with a role of their own are refused)
export async function DELETE() {
  const user = await anyUser();
  const isGuest = user?.role === 'guest';
  if (isGuest) return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.page.deleteMany({});
  return Response.json({});
}

// file: app/api/b/route.ts
import { anyUser, auth, mustUser } from '@/lib/auth';
import { db } from '@/lib/db';
// endpoint: POST /api/b absent OPTIONAL
export async function POST() {
  const user = await anyUser();
  if (user?.role === 'guest' || user?.role === 'trial') return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.page.create({ data: {} });
  return Response.json({});
}
// endpoint: PUT /api/b absent OPTIONAL
export async function PUT() {
  const session = await auth();
  if (session?.user?.banned) return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.page.create({ data: {} });
  return Response.json({});
}
// endpoint: PATCH /api/b present ROLE (it throws without a user)
export async function PATCH() {
  const user = await mustUser();
  if (user?.role === 'guest') return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.page.updateMany({ where: { ownerId: user.id }, data: {} });
  return Response.json({});
}
// endpoint: DELETE /api/b present (those who may are the only ones who get on)
export async function DELETE() {
  const user = await anyUser();
  if (user?.role === 'admin') {
    await db.page.deleteMany({});
    return Response.json({});
  }
  return Response.json({ error: 'Forbidden' }, { status: 403 });
}
// endpoint: GET /api/b present AUTHENTICATED
export async function GET() {
  const user = await anyUser();
  if (!user || user.banned) return Response.json({ error: 'Forbidden' }, { status: 403 });
  return Response.json(await db.page.findMany({ take: 20 }));
}

// file: app/api/c/[id]/route.ts
import { mustUser } from '@/lib/auth';
import { db } from '@/lib/db';
// endpoint: PUT /api/c/[id] present OWNER (whoever wrote it may, too)
export async function PUT(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await mustUser();
  const ticket = await db.ticket.findUnique({ where: { id: (await params).id } });
  const mayChange = user.role === 'admin' || user.role === 'manager' || ticket?.authorId === user.id;
  if (!mayChange) return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.ticket.update({ where: { id: ticket!.id }, data: {} });
  return Response.json({});
}
// endpoint: DELETE /api/c/[id] present OWNER (by a name that says nothing of owners)
export async function DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await mustUser();
  const ticket = await db.ticket.findUnique({ where: { id: (await params).id } });
  const canAccess = user.role === 'admin' || ticket?.authorId === user.id;
  if (!canAccess) return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.ticket.delete({ where: { id: ticket!.id } });
  return Response.json({});
}
