// packages: next@16.0.3, @prisma/client@6.1.0, next-auth@5.0.0
import { NextRequest, NextResponse } from 'next/server';
import { prisma } from '@/lib/db';
import { requireUser } from '@/lib/session';

export async function GET(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return NextResponse.json(await prisma.order.findUnique({ where: { id } }));
}

export async function DELETE(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const denied = await requireUser(request);
  if (denied instanceof NextResponse) return denied;
  const { id } = await params;
  await prisma.order.delete({ where: { id } });
  return new NextResponse(null, { status: 204 });
}
