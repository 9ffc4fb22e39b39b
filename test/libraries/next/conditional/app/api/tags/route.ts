import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) {
  return Response.json(await prisma.tag.create({ data: await request.json() }));
}
