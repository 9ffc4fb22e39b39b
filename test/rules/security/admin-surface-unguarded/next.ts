// file: app/api/admin/subscriptions/[id]/cancel/route.ts
// packages: next@15.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: admin-surface-unguarded
  await prisma.subscription.update({ where: { id: '1' }, data: { cancelled: true } });
  return Response.json({ ok: true });
}

export async function GET() { // ok: admin-surface-unguarded
  return Response.json({ steps: ['confirm', 'cancel'] });
}
