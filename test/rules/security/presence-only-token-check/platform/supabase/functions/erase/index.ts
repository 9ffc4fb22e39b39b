import { createClient } from 'npm:@supabase/supabase-js@2';

function timingSafeEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}

// Only another function of ours has the service key.
Deno.serve(async (req) => {
  const key = Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!;
  const header = req.headers.get('Authorization') ?? '';
  const expected = `Bearer ${key}`;
  if (!timingSafeEqual(header, expected)) return new Response('no', { status: 403 }); // ok: presence-only-token-check
  const { error } = await createClient(Deno.env.get('SUPABASE_URL')!, key).from('charges').delete().eq('id', 1);
  return new Response(error ? 'failed' : 'ok');
});
