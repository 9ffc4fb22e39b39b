import { PrismaClient } from '@prisma/client';
import { requireUser } from '../../../lib/auth';

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: middleware-only-auth(error medium)
  return Response.json(await prisma.order.create({ data: await request.json() }));
}

export async function DELETE(request: Request) { // ok: middleware-only-auth
  const user = await requireUser();
  return Response.json(await prisma.order.deleteMany({ where: { owner: user.id } }));
}

// Nothing to protect.
export async function GET() { // ok: middleware-only-auth
  return Response.json({ kinds: ['small', 'large'] });
}
