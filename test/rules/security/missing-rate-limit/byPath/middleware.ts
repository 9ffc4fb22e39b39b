import { NextResponse, type NextRequest } from 'next/server';
import { forgotLimiter, loginLimiter } from './lib/limits';
import { isForgotRoute, isLoginRoute } from './lib/paths';

export async function middleware(request: NextRequest) {
  const ip = request.headers.get('x-forwarded-for') ?? 'nobody';
  try {
    if (isLoginRoute(request.nextUrl.pathname)) {
      await loginLimiter(`login-${ip}`);
    } else if (isForgotRoute(request.nextUrl.pathname)) {
      await forgotLimiter(`forgot-${ip}`);
    }
    return NextResponse.next();
  } catch {
    return NextResponse.json({ error: 'Try again later' }, { status: 429 });
  }
}

export const config = { matcher: ['/api/login', '/api/forgot-password', '/api/register'] };
