import { createClient } from '@supabase/supabase-js';

export const supabase = createClient('https://sample.supabase.co', 'sb_publishable_sample0sample0sample');
