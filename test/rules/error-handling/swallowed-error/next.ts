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

export async function PUT(request: Request) {
  try {
    await prisma.order.update({ where: { id: 1 }, data: { checked: true } });
    return new Response(null, { status: 302, headers: { Location: '/verified' } });
  } catch (error) { // ok: swallowed-error
    console.error(error);
    return new Response(null, { status: 302, headers: { Location: '/login?error=verification_failed' } });
  }
}

export async function DELETE() {
  try {
    await prisma.order.deleteMany();
    return new Response(null, { status: 204 });
  } catch (error) { // expect: swallowed-error
    console.error(error);
    return new Response(null, { status: 204 });
  }
}
