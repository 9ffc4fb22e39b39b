import { PrismaClient } from '@prisma/client';
import { requireUser } from '../../../lib/auth';

const prisma = new PrismaClient();

export async function POST(request: Request) {
  await requireUser();
  return Response.json(await prisma.order.create({ data: await request.json() }));
}

export async function DELETE(request: Request) {
  const user = await requireUser();
  return Response.json(await prisma.order.deleteMany({ where: { owner: user.id } }));
}

// Nothing to protect.
export async function GET() {
  return Response.json({ kinds: ['small', 'large'] });
}

export async function PATCH(request: Request) {
  const user = await requireUser();
  return Response.json(await prisma.order.updateMany({ where: { owner: user.id }, data: await request.json() }));
}
