import { PrismaClient } from '@prisma/client';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  return Response.json(await prisma.order.findMany({ take: 10 }));
}

export async function POST(request: Request) {
  const db = prisma;
  return Response.json(await db.order.count());
}
