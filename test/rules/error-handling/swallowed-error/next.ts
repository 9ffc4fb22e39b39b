// file: app/api/orders/route.ts
// packages: next@15.1.0, @prisma/client@6.0.0
import { NextResponse } from 'next/server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function GET() {
  try {
    return NextResponse.json(await prisma.order.findMany({ take: 20 }));
    // expect-next-line: swallowed-error
  } catch {
    return NextResponse.json([]);
  }
}

export async function POST(request: Request) {
  const body = await request.json().catch(() => ({})); // ok: swallowed-error
  try {
    await prisma.order.create({ data: body });
    return NextResponse.json({ success: true });
  } catch (error) { // ok: swallowed-error
    console.error(error);
    return NextResponse.json({ success: false }, { status: 500 });
  }
}
