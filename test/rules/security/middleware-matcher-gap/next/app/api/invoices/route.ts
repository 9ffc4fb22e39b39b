import { PrismaClient } from '@prisma/client';
import { requireUser } from '../../../lib/auth';

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: middleware-matcher-gap(error medium)
  return Response.json(await prisma.invoice.create({ data: await request.json() }));
}

export async function GET() { // expect: middleware-matcher-gap(warning medium)
  return Response.json(await prisma.invoice.findMany());
}

export async function DELETE(request: Request) { // ok: middleware-matcher-gap
  const user = await requireUser();
  return Response.json(await prisma.invoice.deleteMany({ where: { owner: user.id } }));
}
