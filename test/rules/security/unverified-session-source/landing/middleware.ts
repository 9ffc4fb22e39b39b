// packages: next@15.1.0, @supabase/ssr@0.5.0, @supabase/supabase-js@2.45.0
import { createServerClient } from '@supabase/ssr';
import { NextResponse, type NextRequest } from 'next/server';

// Where somebody lands who was here before; what is shown there is asked for with the token.
export async function middleware(request: NextRequest) {
  const supabase = createServerClient(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY!, { cookies: { getAll: () => request.cookies.getAll(), setAll: () => undefined } });
  const session = await supabase.auth.getSession(); // expect: unverified-session-source(warning low)
  const isHome = session && request.nextUrl.pathname === '/';
  if (isHome) {
    const { data } = await supabase.from('boards').select('id').eq('user_id', session.data.session?.user.id).single();
    return NextResponse.redirect(new URL(`/boards/${data?.id}`, request.url));
  }
  return NextResponse.next();
}
