// packages: next@15.1.0, @supabase/ssr@0.5.0, @supabase/supabase-js@2.45.0
import { createServerClient } from '@supabase/ssr';
import { NextResponse, type NextRequest } from 'next/server';

export async function middleware(request: NextRequest) {
  const supabase = createServerClient(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY!, { cookies: { getAll: () => request.cookies.getAll(), setAll: () => undefined } });
  const session = await supabase.auth.getSession(); // expect: unverified-session-source(error high)
  if (session.data.session?.user.id) {
    return NextResponse.next();
  }
  return NextResponse.redirect(new URL('/login', request.url));
}
