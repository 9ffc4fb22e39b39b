import { PrismaClient } from '@prisma/client';
import { requireUser } from '../../../lib/auth';

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: disabled-guard
  // await requireUser();
  return Response.json(await prisma.order.create({ data: await request.json() }));
}

export async function DELETE(request: Request) { // ok: disabled-guard
  await requireUser();
  // const session = await getServerSession();
  return Response.json(await prisma.order.deleteMany({ where: await request.json() }));
}
