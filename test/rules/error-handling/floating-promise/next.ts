// file: app/api/orders/route.ts
// packages: next@15.1.0, @prisma/client@6.0.0
import { after } from 'next/server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function track(name: string) {
  await prisma.event.create({ data: { name } });
}

export async function POST(request: Request) {
  const { name } = await request.json();
  track(name); // expect: floating-promise
  return Response.json({ name });
}

export async function PUT(request: Request) {
  const { name } = await request.json();
  after(() => track(name)); // ok: floating-promise
  return Response.json({ name });
}

export async function PATCH(request: Request) {
  const { name } = await request.json();
  const tracked = track(name); // ok: floating-promise
  await tracked;
  return Response.json({ name });
}
