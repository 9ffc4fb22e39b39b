// packages: next@15.1.0, @prisma/client@6.1.0
import { NextRequest, NextResponse } from 'next/server';

export function middleware(request: NextRequest) {
  const locale = request.headers.get('accept-language') ?? 'en';
  if (!locale.startsWith('en')) return NextResponse.redirect(new URL(`/${locale}`, request.url));
  return NextResponse.next();
}

export const config = { matcher: '/:path*' };
