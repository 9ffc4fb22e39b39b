import { jwtVerify } from 'jose';
import { NextResponse, type NextRequest } from 'next/server';

const key = new TextEncoder().encode(process.env.JWT_SECRET!);

export async function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const admin = request.cookies.get('shop_admin');
  if (pathname.startsWith('/admin') && admin?.value !== '1') { // expect: unverified-session-source
    return NextResponse.redirect(new URL('/login', request.url));
  }
  if (pathname === '/login' && request.cookies.get('shop_admin')?.value === '1') { // ok: unverified-session-source
    return NextResponse.redirect(new URL('/admin', request.url));
  }
  if (pathname.startsWith('/api/orders')) {
    const { payload } = await jwtVerify(request.cookies.get('token')?.value ?? '', key);
    const headers = new Headers(request.headers);
    headers.set('x-user-role', String(payload.role));
    return NextResponse.next({ request: { headers } });
  }
  return NextResponse.next();
}

export const config = { matcher: ['/admin/:path*', '/login', '/api/orders/:path*'] };
