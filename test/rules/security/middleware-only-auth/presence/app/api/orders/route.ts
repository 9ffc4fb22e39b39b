import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: middleware-only-auth(error medium)
  return Response.json(await prisma.order.create({ data: await request.json() }));
}
