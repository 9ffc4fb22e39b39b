// packages: next@15.1.0, next-auth@4.24.0, @prisma/client@6.1.0

// file: apps/always/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/always/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/always/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth(function middleware(req) { return NextResponse.next(); }, { callbacks: { authorized: () => true } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/always/package.json
{"name": "always", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/alwaysAsks/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/alwaysAsks/app/api/open/x/route.ts
// endpoint: POST /api/open/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/alwaysAsks/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth(function middleware(req) { const token = req.nextauth.token; if (!token) return NextResponse.redirect(new URL('/login', req.url)); return NextResponse.next(); }, { callbacks: { authorized: () => true } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/alwaysAsks/package.json
{"name": "alwaysAsks", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/alwaysRole/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present ROLE
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/alwaysRole/app/api/open/x/route.ts
// endpoint: POST /api/open/x present ROLE
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/alwaysRole/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth(function middleware(req) { if (req.nextauth.token?.role !== 'admin') return NextResponse.redirect(new URL('/login', req.url)); }, { callbacks: { authorized: ({ token }) => !!token } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/alwaysRole/package.json
{"name": "alwaysRole", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/someRole/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/someRole/app/api/open/x/route.ts
// endpoint: POST /api/open/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/someRole/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth(function middleware(req) { const isAdmin = req.nextauth.token?.role === 'admin'; if (req.nextUrl.pathname.startsWith('/api/admin') && !isAdmin) { return NextResponse.redirect(new URL('/', req.url)); } return NextResponse.next(); }, { callbacks: { authorized: ({ token }) => !!token } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/someRole/package.json
{"name": "someRole", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/token/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/token/app/api/open/x/route.ts
// endpoint: POST /api/open/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/token/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth({ callbacks: { authorized: ({ token }) => Boolean(token) } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/token/package.json
{"name": "token", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/tokenNull/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/tokenNull/app/api/open/x/route.ts
// endpoint: POST /api/open/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/tokenNull/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth({ callbacks: { authorized({ token }) { return token !== null; } } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/tokenNull/package.json
{"name": "tokenNull", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/tokenItself/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/tokenItself/app/api/open/x/route.ts
// endpoint: POST /api/open/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/tokenItself/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth({ callbacks: { authorized: async ({ token }) => token } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/tokenItself/package.json
{"name": "tokenItself", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/role/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present ROLE
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/role/app/api/open/x/route.ts
// endpoint: POST /api/open/x present ROLE
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/role/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth({ pages: { signIn: '/login' }, callbacks: { authorized: ({ token }) => token?.role === 'admin' } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/role/package.json
{"name": "role", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/byPath/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/byPath/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/byPath/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth({ callbacks: { authorized: ({ req, token }) => { const { pathname } = req.nextUrl; if (pathname.startsWith('/api/open')) return true; return !!token; } } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/byPath/package.json
{"name": "byPath", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/byPathAdmin/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present ROLE
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/byPathAdmin/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/byPathAdmin/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth({ callbacks: { authorized: ({ req, token }) => { if (req.nextUrl.pathname.startsWith('/api/admin')) { return token?.role === 'admin'; } return true; } } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/byPathAdmin/package.json
{"name": "byPathAdmin", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/byPathAdminToo/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/byPathAdminToo/app/api/open/x/route.ts
// endpoint: POST /api/open/x present AUTHENTICATED
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/byPathAdminToo/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth({ callbacks: { authorized: ({ req, token }) => { if (req.nextUrl.pathname.startsWith('/api/admin')) { return token?.role === 'admin'; } return !!token; } } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/byPathAdminToo/package.json
{"name": "byPathAdminToo", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/named/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/named/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/named/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
const options = { callbacks: { authorized: () => true } };
export default withAuth(options);
export const config = { matcher: ['/api/:path*'] };

// file: apps/named/package.json
{"name": "named", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}

// file: apps/blockTrue/app/api/admin/x/route.ts
// endpoint: POST /api/admin/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/blockTrue/app/api/open/x/route.ts
// endpoint: POST /api/open/x absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function POST() { await db.post.deleteMany({}); return new Response(null); }

// file: apps/blockTrue/middleware.ts
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';
export default withAuth(function middleware() { return NextResponse.next(); }, { callbacks: { authorized: ({ token }) => { console.log(token); return true; } } });
export const config = { matcher: ['/api/:path*'] };

// file: apps/blockTrue/package.json
{"name": "blockTrue", "dependencies": {"next": "15.1.0", "next-auth": "4.24.0", "@prisma/client": "6.1.0"}}
