import { PrismaClient } from '@prisma/client';
import { requireUser } from '../../../lib/auth';

const prisma = new PrismaClient();

export async function POST(request: Request) {
  await requireUser();
  return Response.json(await prisma.invoice.create({ data: await request.json() }));
}

export async function GET() {
  await requireUser();
  return Response.json(await prisma.invoice.findMany());
}

export async function DELETE(request: Request) {
  const user = await requireUser();
  return Response.json(await prisma.invoice.deleteMany({ where: { owner: user.id } }));
}
