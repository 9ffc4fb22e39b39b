// packages: next@15.1.0

// file: apps/foreign/app/api/orders/route.ts
// endpoint: POST /api/orders absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/foreign/app/api/auth/login/route.ts
// endpoint: POST /api/auth/login public
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST(request: Request) { const { email } = await request.json(); const user = await db.user.findUnique({ where: { email } }); return Response.json({ ok: Boolean(user) }); }

// file: apps/foreign/middleware.ts
import { NextResponse, type NextRequest } from 'next/server';
// Its refusal of foreign pages stands behind tests of paths, and says nothing of who calls.
const pages = ['/dashboard', '/settings'];
export function middleware(request: NextRequest) {
  const pathname = request.nextUrl.pathname;
  const response = NextResponse.next();
  if (pathname.startsWith('/api/health')) { response.headers.set('x-health', '1'); return response; }
  const isPage = pages.some((page) => pathname.startsWith(page));
  if (isPage && !request.cookies.get('session')) return NextResponse.redirect(new URL('/login', request.url));
  if (pathname.startsWith('/api/ai/') && request.headers.get('x-plan') === null) return new NextResponse('No plan', { status: 402 });
  if (['POST', 'PUT', 'DELETE', 'PATCH'].includes(request.method)) {
    const origin = request.headers.get('origin');
    if (origin && !origin.includes(request.nextUrl.hostname)) return new NextResponse('Forbidden', { status: 403 });
  }
  return response;
}

// file: apps/foreign/package.json
{"name": "foreign", "dependencies": {"next": "15.1.0", "@prisma/client": "6.1.0"}}
