// packages: next@15.1.0

// file: apps/auth5/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5/app/api/y/route.ts
// endpoint: POST /api/y present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5/middleware.ts
import NextAuth from 'next-auth';
import { NextResponse } from 'next/server';
const { auth } = NextAuth({ providers: [] });
const publicPaths = ['/api/open', '/login'];
export default auth((req) => { const isLoggedIn = !!req.auth; const isPublic = publicPaths.some((p) => req.nextUrl.pathname.startsWith(p)); if (!isLoggedIn && !isPublic) return NextResponse.redirect(new URL('/login', req.nextUrl)); return NextResponse.next(); });
export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] };

// file: apps/auth5/package.json
{"name": "auth5", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/auth5cb/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x unknown
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5cb/app/api/open/x/route.ts
// endpoint: POST /api/open/x unknown
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5cb/app/api/y/route.ts
// endpoint: POST /api/y unknown
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5cb/auth.ts
import NextAuth from 'next-auth';
export const { auth, handlers } = NextAuth({ providers: [], callbacks: { authorized: async ({ auth }) => { return !!auth; } } });

// file: apps/auth5cb/middleware.ts
export { auth as middleware } from './auth';
export const config = { matcher: ['/api/:path*'] };

// file: apps/auth5cb/package.json
{"name": "auth5cb", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/auth5plain/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5plain/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5plain/app/api/y/route.ts
// endpoint: POST /api/y absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/auth5plain/auth.ts
import NextAuth from 'next-auth';
export const { auth, handlers } = NextAuth({ providers: [] });

// file: apps/auth5plain/middleware.ts
export { auth as middleware } from './auth';
export const config = { matcher: ['/api/:path*'] };

// file: apps/auth5plain/package.json
{"name": "auth5plain", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/better/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x absent PRESENCE_ONLY
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/better/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/better/app/api/y/route.ts
// endpoint: POST /api/y absent PRESENCE_ONLY
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/better/middleware.ts
import { NextRequest, NextResponse } from 'next/server';
import { getSessionCookie } from 'better-auth/cookies';
export async function middleware(request: NextRequest) { if (request.nextUrl.pathname.startsWith('/api/open')) return NextResponse.next(); const c = getSessionCookie(request); if (!c) return NextResponse.redirect(new URL('/', request.url)); return NextResponse.next(); }
export const config = { matcher: ['/api/:path*'] };

// file: apps/better/package.json
{"name": "better", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/clerk1/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk1/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk1/app/api/y/route.ts
// endpoint: POST /api/y absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk1/middleware.ts
import { clerkMiddleware, createRouteMatcher } from '@clerk/nextjs/server';
const isProtected = createRouteMatcher(['/api/admin(.*)']);
export default clerkMiddleware(async (auth, req) => { if (isProtected(req)) await auth.protect(); });
export const config = { matcher: ['/((?!_next).*)', '/(api|trpc)(.*)'] };

// file: apps/clerk1/package.json
{"name": "clerk1", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/clerk2/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk2/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk2/app/api/y/route.ts
// endpoint: POST /api/y present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk2/middleware.ts
import { clerkMiddleware, createRouteMatcher } from '@clerk/nextjs/server';
const isPublic = createRouteMatcher(['/api/open(.*)', '/sign-in(.*)']);
export default clerkMiddleware(async (auth, request) => { if (!isPublic(request)) { await auth.protect(); } });
export const config = { matcher: ['/((?!_next).*)', '/(api|trpc)(.*)'] };

// file: apps/clerk2/package.json
{"name": "clerk2", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/clerk3/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk3/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk3/app/api/y/route.ts
// endpoint: POST /api/y absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk3/middleware.ts
import { clerkMiddleware } from '@clerk/nextjs/server';
export default clerkMiddleware();
export const config = { matcher: ['/((?!_next).*)', '/(api|trpc)(.*)'] };

// file: apps/clerk3/package.json
{"name": "clerk3", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/clerk4/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk4/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk4/app/api/y/route.ts
// endpoint: POST /api/y present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/clerk4/middleware.ts
import { clerkMiddleware, createRouteMatcher } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';
const isPublicRoute = createRouteMatcher(['/api/open(.*)']);
export default clerkMiddleware(async (auth, req) => { const { userId, redirectToSignIn } = await auth(); if (!userId && !isPublicRoute(req)) return redirectToSignIn({ returnBackUrl: req.url }); return NextResponse.next(); });
export const config = { matcher: ['/(api|trpc)(.*)'] };

// file: apps/clerk4/package.json
{"name": "clerk4", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/default/app/api/x/route.ts
// endpoint: POST /api/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/default/middleware.ts
export { default } from 'next-auth/middleware';
export const config = { matcher: ['/api/:path*'] };

// file: apps/default/package.json
{"name": "default", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/jose/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/jose/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/jose/app/api/y/route.ts
// endpoint: POST /api/y present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/jose/middleware.ts
import { NextResponse } from 'next/server';
import { jwtVerify } from 'jose';
const PUBLIC = new Set(['/api/open/x']);
export async function middleware(req) { if (PUBLIC.has(req.nextUrl.pathname)) return NextResponse.next(); const token = req.cookies.get('t')?.value; if (!token) return NextResponse.json({}, { status: 401 }); try { await jwtVerify(token, new TextEncoder().encode(process.env.S)); return NextResponse.next(); } catch { return NextResponse.json({}, { status: 401 }); } }
export const config = { matcher: '/api/:path*' };

// file: apps/jose/package.json
{"name": "jose", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/learn/app/api/x/route.ts
// endpoint: POST /api/x unknown
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/learn/auth.config.ts
export const authConfig = { pages: { signIn: '/login' }, callbacks: { authorized({ auth, request: { nextUrl } }) { const isLoggedIn = !!auth?.user; if (nextUrl.pathname.startsWith('/api')) return isLoggedIn; return true; } }, providers: [] };

// file: apps/learn/middleware.ts
import NextAuth from 'next-auth';
import { authConfig } from './auth.config';
export default NextAuth(authConfig).auth;
export const config = { matcher: ['/((?!_next/static|_next/image|.*\\.png$).*)'] };

// file: apps/learn/package.json
{"name": "learn", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/supa/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/supa/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/supa/app/api/y/route.ts
// endpoint: POST /api/y present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/supa/middleware.ts
import { createServerClient } from '@supabase/ssr';
import { NextResponse, type NextRequest } from 'next/server';
export async function middleware(request: NextRequest) {
  let response = NextResponse.next({ request });
  const supabase = createServerClient(process.env.URL!, process.env.KEY!, { cookies: { getAll: () => request.cookies.getAll(), setAll: (c) => c.forEach(({ name, value, options }) => response.cookies.set(name, value, options)) } });
  const { data: { user } } = await supabase.auth.getUser();
  if (!user && !request.nextUrl.pathname.startsWith('/login') && !request.nextUrl.pathname.startsWith('/api/open')) { const url = request.nextUrl.clone(); url.pathname = '/login'; return NextResponse.redirect(url); }
  return response;
}
export const config = { matcher: ['/((?!_next/static).*)'] };

// file: apps/supa/package.json
{"name": "supa", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/switchy/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/switchy/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/switchy/app/api/y/route.ts
// endpoint: POST /api/y absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/switchy/middleware.ts
import { NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
export async function middleware(req) { const { pathname } = req.nextUrl; const token = await getToken({ req }); switch (true) { case pathname.startsWith('/api/admin'): if (!token) return NextResponse.redirect(new URL('/login', req.url)); break; } return NextResponse.next(); }

// file: apps/switchy/package.json
{"name": "switchy", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/withauth/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/withauth/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/withauth/app/api/y/route.ts
// endpoint: POST /api/y absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/withauth/middleware.ts
import { withAuth } from 'next-auth/middleware';
export default withAuth({ pages: { signIn: '/login' } });
export const config = { matcher: ['/api/admin/:path*'] };

// file: apps/withauth/package.json
{"name": "withauth", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}

// file: apps/withauthcb/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/withauthcb/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/withauthcb/app/api/y/route.ts
// endpoint: POST /api/y absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/withauthcb/middleware.ts
import { withAuth } from 'next-auth/middleware';
export default withAuth(function middleware(req) {}, { callbacks: { authorized: ({ token }) => token?.role === 'admin' } });
export const config = { matcher: ['/api/admin/:path*'] };

// file: apps/withauthcb/package.json
{"name": "withauthcb", "dependencies": {"next": "15.1.0", "next-auth": "5.0.0-beta.25", "@prisma/client": "6.1.0", "@clerk/nextjs": "6.0.0", "better-auth": "1.1.0", "@supabase/ssr": "0.5.0", "jose": "5.0.0"}}
