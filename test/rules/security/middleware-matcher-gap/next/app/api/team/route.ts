import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // ok: middleware-matcher-gap
  return Response.json(await prisma.team.create({ data: await request.json() }));
}
