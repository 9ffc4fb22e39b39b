// file: middleware.ts
// packages: next@15.1.0
import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;
  const workspace = pathname.split('/')[1];
  if (pathname === '/') return NextResponse.redirect(new URL(`/${searchParams.get('next')}`, request.url)); // expect: open-redirect
  if (!request.cookies.get('token')) return NextResponse.redirect(new URL(`/${workspace}/login`, request.url)); // ok: open-redirect
  return NextResponse.redirect(new URL(`/${workspace}`, request.url)); // ok: open-redirect
}
