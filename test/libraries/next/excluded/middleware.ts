// packages: next@15.1.0, @prisma/client@6.1.0
import { NextRequest, NextResponse } from 'next/server';
import { jwtVerify } from 'jose';

export default async function middleware(request: NextRequest) {
  try {
    await jwtVerify(request.cookies.get('session')?.value ?? '', new TextEncoder().encode(process.env.SECRET));
  } catch {
    return NextResponse.redirect(new URL('/login', request.url));
  }
}

// Everything but the API: its own routes are on their own.
export const config = { matcher: ['/((?!api|_next/static|favicon.ico).*)'] };
