import { NextResponse, type NextRequest } from 'next/server';

export function proxy(request: NextRequest) {
  if (!request.cookies.get('session')) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  return NextResponse.next();
}

export const config = { matcher: '/api/:path*' };
