import { createServerClient } from '@supabase/ssr';
import type { Handle } from '@sveltejs/kit';

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.supabase = createServerClient('https://example.supabase.co', 'public', { cookies: { getAll: () => event.cookies.getAll() } });
  // As the documentation of Supabase has it: the session is read, and then verified.
  event.locals.safeGetSession = async () => {
    const { data: { session } } = await event.locals.supabase.auth.getSession(); // ok: unverified-session-source
    if (!session) return { session: null, user: null };
    const { data: { user }, error } = await event.locals.supabase.auth.getUser();
    if (error) return { session: null, user: null };
    return { session, user };
  };
  return resolve(event);
};
