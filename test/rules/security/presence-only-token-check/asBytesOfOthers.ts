// packages: @supabase/supabase-js@2.45.0
// file: supabase/functions/nightly/index.ts
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';
import { timingSafeEqual } from 'https://deno.land/std@0.224.0/crypto/timing_safe_equal.ts';

Deno.serve(async (req) => {
  const given = (req.headers.get('x-cron-key') ?? '').trim();
  if (!given) return new Response('no', { status: 401 }); // expect: presence-only-token-check
  // What is compared is what the caller sent twice.
  const left = new TextEncoder().encode(req.headers.get('x-day') ?? '');
  const right = new TextEncoder().encode(new URL(req.url).searchParams.get('day') ?? '');
  const isValid = left.length === right.length && timingSafeEqual(left, right);
  if (!isValid) return new Response('no', { status: 400 });
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await supabase.from('jobs').delete().lt('made', new Date().toISOString());
  return new Response('done');
});
