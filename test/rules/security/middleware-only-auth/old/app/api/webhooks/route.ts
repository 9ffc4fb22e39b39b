import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // ok: middleware-only-auth
  return Response.json(await prisma.event.create({ data: await request.json() }));
}
