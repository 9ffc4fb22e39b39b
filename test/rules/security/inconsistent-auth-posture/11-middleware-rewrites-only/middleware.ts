import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const locale = request.cookies.get('locale')?.value ?? 'en';
  if (request.nextUrl.pathname.startsWith(`/${locale}`)) return NextResponse.next();
  return NextResponse.rewrite(new URL(`/${locale}${request.nextUrl.pathname}`, request.url));
}

export const config = { matcher: ['/:path*'] };
