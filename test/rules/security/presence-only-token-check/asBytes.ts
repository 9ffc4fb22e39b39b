// packages: @supabase/supabase-js@2.45.0
// file: supabase/functions/nightly/index.ts
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';
import { timingSafeEqual } from 'https://deno.land/std@0.224.0/crypto/timing_safe_equal.ts';

Deno.serve(async (req) => {
  const given = (req.headers.get('x-cron-key') ?? '').trim();
  const expected = (Deno.env.get('CRON_KEY') ?? '').trim();
  if (!given || !expected) return new Response('no', { status: 401 }); // ok: presence-only-token-check
  const left = new TextEncoder().encode(given);
  const right = new TextEncoder().encode(expected);
  const isValid = left.length === right.length && timingSafeEqual(left, right);
  if (!isValid) return new Response('no', { status: 401 });
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await supabase.from('jobs').delete().lt('made', new Date().toISOString());
  return new Response('done');
});
