// file: app/api/orders/route.ts
// packages: next@15.0.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';

export async function GET() {
  const prisma = new PrismaClient(); // expect: connection-per-request
  return Response.json(await prisma.order.findMany({ take: 10 }));
}
