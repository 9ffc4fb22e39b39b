// packages: next@16.0.0, @supabase/ssr@0.8.0

// What a helper in another file lets through by the path, the proxy that gives its answer lets through as well.

// file: lib/session.ts
import { createServerClient } from '@supabase/ssr';
import { NextResponse, type NextRequest } from 'next/server';
export async function renewSession(request: NextRequest) {
  const response = NextResponse.next({ request });
  const supabase = createServerClient(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY!, {
    cookies: { getAll: () => request.cookies.getAll(), setAll: (all) => all.forEach(({ name, value }) => response.cookies.set(name, value)) },
  });
  const { data: { user } } = await supabase.auth.getUser();
  const open = ['/login', '/api/shop', '/api/auth'];
  const isOpen = open.some((path) => request.nextUrl.pathname === path || request.nextUrl.pathname.startsWith(path + '/'));
  if (!user && !isOpen) {
    const url = request.nextUrl.clone();
    url.pathname = '/login';
    return NextResponse.redirect(url);
  }
  return response;
}

// file: proxy.ts
import { NextResponse, type NextRequest } from 'next/server';
import { renewSession } from './lib/session';
export async function proxy(request: NextRequest) {
  if (request.nextUrl.pathname === '/' && request.nextUrl.searchParams.has('code')) return NextResponse.redirect(new URL('/api/auth/callback', request.url));
  return await renewSession(request);
}
export const config = { matcher: ['/((?!_next/static|favicon.ico).*)'] };

// file: app/api/shop/route.ts
// endpoint: POST /api/shop absent
export async function POST(request: Request) {
  await fetch('https://stock.example', { method: 'POST', body: await request.text() });
  return Response.json({});
}

// file: app/api/shop/orders/route.ts
// endpoint: GET /api/shop/orders absent
export async function GET() {
  return Response.json(await (await fetch('https://stock.example')).json());
}

// file: app/api/notes/route.ts
// endpoint: GET /api/notes present AUTHENTICATED
export async function GET() {
  return Response.json(await (await fetch('https://notes.example')).json());
}
