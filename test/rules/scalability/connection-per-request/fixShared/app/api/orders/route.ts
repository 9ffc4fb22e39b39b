import { PrismaClient } from '@prisma/client';

export async function GET() {
  const prisma = new PrismaClient(); // expect: connection-per-request
  return Response.json(await prisma.order.findMany({ take: 10 }));
}

export async function POST(request: Request) {
  const db = new PrismaClient(); // expect: connection-per-request
  return Response.json(await db.order.count());
}
