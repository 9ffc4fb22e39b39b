// packages: next@15.1.0, next-auth@5.0.0-beta.25, @prisma/client@6.1.0, zod@3.23.0

// file: lib/auth.ts
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
export const { handlers, auth } = NextAuth({ providers: [GitHub] });
export async function mustMay(right: string) {
  const session = await auth();
  if (!session?.user) throw new Error('Unauthorized');
  if (!session.user.permissions.includes(right)) throw new Error('Forbidden');
  return session.user;
}

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: lib/asked.ts
import { z } from 'zod';
export const asked = z.object({ method: z.enum(['GET', 'POST', 'DELETE']), path: z.string() });
const open = ['/invoices', '/payments', '/products'];
// It speaks of paths of another service, which the body names.
export function isSafePath(path: string) { return path.startsWith('/') && !path.includes('://') && ['/invoices', '/payments'].some((prefix) => path === prefix || path.startsWith(`${prefix}/`)); }
export function isOpenPath(path: string) { return open.includes(path) || path.startsWith('/products/'); }

// file: app/api/a/route.ts
import { mustMay } from '@/lib/auth';
import { asked, isSafePath } from '@/lib/asked';
import { db } from '@/lib/db';
// endpoint: POST /api/a present ROLE (either way)
export async function POST(request: Request) {
  const parsed = asked.safeParse(await request.json());
  if (!parsed.success) return Response.json({}, { status: 400 });
  const { method, path } = parsed.data;
  if (!isSafePath(path)) return Response.json({}, { status: 400 });
  if (method === 'GET') await mustMay('read');
  else await mustMay('write');
  await db.call.create({ data: { path, method } });
  return Response.json({});
}
// endpoint: PUT /api/a present ROLE
export async function PUT(request: Request) {
  const { path } = await request.json();
  if (!isSafePath(path)) return Response.json({}, { status: 400 });
  await mustMay('write');
  await db.call.create({ data: { path } });
  return Response.json({});
}
// endpoint: PATCH /api/a absent OPTIONAL (whoever names another method is not asked)
export async function PATCH(request: Request) {
  const parsed = asked.safeParse(await request.json());
  if (!parsed.success) return Response.json({}, { status: 400 });
  const { method, path } = parsed.data;
  if (method === 'DELETE') await mustMay('write');
  await db.call.create({ data: { path, method } });
  return Response.json({});
}

// file: app/api/[...rest]/route.ts
import { mustMay } from '@/lib/auth';
import { isOpenPath } from '@/lib/asked';
import { db } from '@/lib/db';
import type { NextRequest } from 'next/server';
// endpoint: POST /api/[...rest] present ROLE (none of those paths is one of its own)
export async function POST(request: NextRequest) {
  if (!isOpenPath(request.nextUrl.pathname)) await mustMay('write');
  await db.call.create({ data: {} });
  return Response.json({});
}

// file: app/products/[id]/route.ts
import { mustMay } from '@/lib/auth';
import { isOpenPath } from '@/lib/asked';
import { db } from '@/lib/db';
import type { NextRequest } from 'next/server';
// endpoint: POST /products/[id] absent (the address is one of those)
export async function POST(request: NextRequest) {
  if (!isOpenPath(request.nextUrl.pathname)) await mustMay('write');
  await db.call.create({ data: {} });
  return Response.json({});
}

// file: app/api/flows/route.ts
import { mustMay } from '@/lib/auth';
import { db } from '@/lib/db';
// endpoint: POST /api/flows present ROLE (each flow asks for itself, and there is no other)
export async function POST(request: Request) {
  const { flow } = await request.json();
  if (flow === 'connect') {
    await mustMay('write');
    await db.call.create({ data: { flow } });
    return Response.json({});
  }
  if (flow === 'login') {
    await mustMay('read');
    await db.call.create({ data: { flow } });
    return Response.json({});
  }
  return Response.json({}, { status: 400 });
}
