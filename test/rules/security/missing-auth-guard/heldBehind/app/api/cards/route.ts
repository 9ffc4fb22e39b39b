// packages: next@15.1.0, @prisma/client@6.0.0, jose@5.0.0
import { jwtVerify } from 'jose';
import { PrismaClient } from '@prisma/client';
import { NextResponse, type NextRequest } from 'next/server';

const prisma = new PrismaClient();

async function withMember(request: NextRequest, run: (member: string) => Promise<NextResponse>): Promise<NextResponse> {
  const token = request.cookies.get('session')?.value;
  if (!token) return NextResponse.json({ error: 'Sign in first.' }, { status: 401 });
  const { payload } = await jwtVerify(token, new TextEncoder().encode(process.env.SESSION_SECRET));
  return run(String(payload.sub));
}

// What the helper is handed runs for those alone whom it lets through.
export async function POST(request: NextRequest) { // ok: missing-auth-guard
  return withMember(request, async (member) => {
    return NextResponse.json(await prisma.card.create({ data: { owner: member } }));
  });
}
