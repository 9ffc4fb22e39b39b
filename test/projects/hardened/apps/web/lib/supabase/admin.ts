import 'server-only';
import { createClient } from '@supabase/supabase-js';
import { env } from '@/lib/env';
import { publicEnv } from '@/lib/publicEnv';

/** Goes around row level security: only for code that has identified its caller. */
export const supabaseAdmin = createClient(publicEnv.SUPABASE_URL, env.SUPABASE_SERVICE_ROLE_KEY, {
  auth: { persistSession: false, autoRefreshToken: false },
});
