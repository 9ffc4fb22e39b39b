import { PrismaClient } from '@prisma/client';
import { NextResponse, type NextRequest } from 'next/server';

const prisma = new PrismaClient();

async function withTimer(_request: NextRequest, run: (at: number) => Promise<NextResponse>): Promise<NextResponse> {
  return run(Date.now());
}

export async function DELETE(request: NextRequest) { // expect: missing-auth-guard
  return withTimer(request, async (at) => {
    return NextResponse.json(await prisma.card.deleteMany({ where: { until: at } }));
  });
}
