import 'server-only';
import { createServerClient } from '@supabase/ssr';
import { cookies } from 'next/headers';
import { publicEnv } from '@/lib/publicEnv';

/** A client that acts as the visitor; row level security applies. */
export async function createClient() {
  const store = await cookies();
  return createServerClient(publicEnv.SUPABASE_URL, publicEnv.SUPABASE_PUBLISHABLE_KEY, {
    cookies: {
      getAll: () => store.getAll(),
      setAll: (items) => items.forEach(({ name, value, options }) => store.set(name, value, options)),
    },
  });
}
