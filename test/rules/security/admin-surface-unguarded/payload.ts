// file: app/next/seed/route.ts
// packages: next@15.0.0, payload@3.0.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import { headers } from 'next/headers';
import { createLocalReq, getPayload } from 'payload';
import config from '@payload-config';

const db = new PrismaClient();

export async function POST() { // ok: admin-surface-unguarded
  const payload = await getPayload({ config });
  const { user } = await payload.auth({ headers: await headers() });
  if (!user) return new Response('Action forbidden.', { status: 403 });
  await createLocalReq({ user }, payload);
  await db.post.deleteMany();
  return Response.json({ success: true });
}

export async function PUT() { // expect: admin-surface-unguarded
  // The local API asks nobody.
  await getPayload({ config });
  await db.post.deleteMany();
  return Response.json({ success: true });
}
