import { getSessionCookie } from 'better-auth/cookies';
import { NextResponse, type NextRequest } from 'next/server';

// Sends people to the login page; what it lets through is checked by pages and actions.
export function proxy(request: NextRequest) {
  if (!getSessionCookie(request)) return NextResponse.redirect(new URL('/login', request.url)); // ok: unverified-session-source
  return NextResponse.next();
}
