import { createClient } from 'npm:@supabase/supabase-js@2.119.0';
import { required } from './env.ts';

/** Goes around row level security: only for code that has identified its caller. */
export const supabase = createClient(required('SUPABASE_URL'), required('SUPABASE_SERVICE_ROLE_KEY'), {
  auth: { persistSession: false },
});
