// file: app/api/orders/route.ts
// packages: next@15.1.0, @prisma/client@6.0.0
import { NextResponse } from 'next/server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function GET() { // ok: unhandled-async-handler
  const ids = ['a', 'b'];
  ids.forEach(async (id) => { // expect: unhandled-async-handler
    await prisma.order.update({ where: { id }, data: { seen: true } });
  });
  return NextResponse.json(await prisma.order.findMany({ take: 20 }));
}
