import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // ok: missing-auth-guard
  return Response.json(await prisma.note.create({ data: await request.json() }));
}
