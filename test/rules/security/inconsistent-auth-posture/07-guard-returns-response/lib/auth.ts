// packages: next@15.1.0, @prisma/client@6.0.0, jose@5.0.0
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import { jwtVerify } from 'jose';

export async function requireAdmin(request: Request): Promise<NextResponse | null> {
  const token = (await cookies()).get('session')?.value;
  if (!token) return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
  const { payload } = await jwtVerify(token, new TextEncoder().encode(process.env.SESSION_SECRET));
  if (payload.role !== 'admin') return NextResponse.json({ error: 'Administrators only' }, { status: 403 });
  return null;
}
