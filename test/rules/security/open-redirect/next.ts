// file: app/auth/callback/route.ts
// packages: next@15.0.0
import { redirect } from 'next/navigation';
import { NextResponse, type NextRequest } from 'next/server';

export async function GET(request: NextRequest) {
  const { searchParams, origin } = new URL(request.url);
  const next = searchParams.get('next') ?? '/';
  if (searchParams.has('absolute')) return NextResponse.redirect(new URL(next, request.url)); // expect: open-redirect
  if (searchParams.has('plain')) redirect(next); // expect: open-redirect
  if (searchParams.has('login')) {
    const login = new URL('/login', request.url);
    login.searchParams.set('next', next);
    return NextResponse.redirect(login); // ok: open-redirect
  }
  if (searchParams.has('clone')) {
    const url = request.nextUrl.clone();
    url.pathname = '/login';
    return NextResponse.redirect(url); // ok: open-redirect
  }
  if (searchParams.has('own')) return NextResponse.redirect(`${origin}/home`); // ok: open-redirect
  if (searchParams.has('behind')) return NextResponse.redirect(`${origin}${next}`); // expect: open-redirect
  if (searchParams.has('behindToo')) return NextResponse.redirect(`${request.nextUrl.origin}${next}`); // expect: open-redirect
  if (searchParams.has('below')) return NextResponse.redirect(`${origin}/home${next}`); // ok: open-redirect
  if (next.startsWith('/')) return NextResponse.redirect(`${origin}${next}`); // ok: open-redirect
  const path = next === 'orders' ? '/orders' : '/';
  if (searchParams.has('chosen')) return NextResponse.redirect(`${origin}${path}`); // ok: open-redirect
  return NextResponse.redirect(new URL(`/home?from=${next}`, request.url)); // ok: open-redirect
}
