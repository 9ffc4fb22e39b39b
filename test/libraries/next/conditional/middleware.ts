// packages: next@15.3.0, jose@5.0.0, @prisma/client@6.0.0
import { jwtVerify } from 'jose';
import { NextResponse, type NextRequest } from 'next/server';

export async function middleware(request: NextRequest) {
  const token = request.cookies.get('session')?.value;
  if (!token) return NextResponse.json({ error: 'Sign in first.' }, { status: 401 });
  await jwtVerify(token, new TextEncoder().encode(process.env.SESSION_SECRET));
  return NextResponse.next();
}

// Run with Next 16.4: whoever sends the header of a prefetch gets around it under /api/notes, as does who leaves the other out under /api/tags.
// Not under /api/lists.
export const config = {
  matcher: [
    { source: '/api/notes/:path*', missing: [{ type: 'header', key: 'next-router-prefetch' }] },
    { source: '/api/tags/:path*', has: [{ type: 'header', key: 'authorization' }] },
    { source: '/api/lists/:path*', missing: [{ type: 'header', key: 'next-router-prefetch' }] },
    '/api/lists/:path*',
  ],
};
