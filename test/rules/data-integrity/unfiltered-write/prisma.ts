// file: app/api/messages/route.ts
// packages: next@15.0.0, @prisma/client@6.0.0, next-auth@5.0.0, zod@4.0.0
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';
import { auth } from '@/auth';

const prisma = new PrismaClient();
const Clearing = z.object({ room: z.string() });

export async function DELETE(request: Request) {
  const { room } = await request.json();
  await prisma.message.deleteMany({ where: { room } }); // expect: unfiltered-write(error medium)
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ for anybody who leaves room out: Prisma drops conditions without a value
  return new Response(null, { status: 204 });
}

export async function PATCH() {
  await prisma.message.updateMany({ data: { read: true } }); // expect: unfiltered-write
  return new Response(null, { status: 204 });
}

export async function PUT(request: Request) {
  const { room } = await request.json();
  if (!room) return new Response(null, { status: 400 });
  await prisma.message.updateMany({ where: { room }, data: { read: true } }); // ok: unfiltered-write
  return new Response(null, { status: 204 });
}

export async function POST(request: Request) {
  const { room } = Clearing.parse(await request.json());
  const options = { where: { room } };
  await prisma.message.deleteMany({ where: { room } }); // ok: unfiltered-write
  await prisma.message.deleteMany(options); // ok: unfiltered-write
  await prisma.message.deleteMany({ where: { room: String((await request.json()).room) } }); // ok: unfiltered-write
  await prisma.message.updateMany({ where: { NOT: { id: 'a' } }, data: { read: true } }); // ok: unfiltered-write
  return new Response(null, { status: 204 });
}
