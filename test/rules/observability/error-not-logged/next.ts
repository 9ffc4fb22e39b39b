// file: app/api/orders/route.ts
// packages: next@15.1.0, @prisma/client@6.0.0
import { NextResponse } from 'next/server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function GET() {
  try {
    return NextResponse.json(await prisma.order.findMany({ take: 20 }));
  } catch { // expect: error-not-logged
    return NextResponse.json({ error: 'Failed' }, { status: 500 });
  }
}

export async function POST(request: Request) {
  try {
    return NextResponse.json(await prisma.order.create({ data: await request.json() }));
  } catch (error) { // ok: error-not-logged
    console.error('POST /api/orders', error);
    return NextResponse.json({ error: 'Failed' }, { status: 500 });
  }
}
