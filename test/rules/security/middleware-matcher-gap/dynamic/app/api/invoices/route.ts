import { PrismaClient } from '@prisma/client';
import { requireUser } from '../../../lib/auth';

const prisma = new PrismaClient();

export async function POST(request: Request) { // ok: middleware-matcher-gap
  return Response.json(await prisma.invoice.create({ data: await request.json() }));
}

export async function GET() { // ok: middleware-matcher-gap
  return Response.json(await prisma.invoice.findMany());
}

export async function DELETE(request: Request) { // ok: middleware-matcher-gap
  const user = await requireUser();
  return Response.json(await prisma.invoice.deleteMany({ where: { owner: user.id } }));
}
