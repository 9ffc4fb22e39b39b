// file: supabase/functions/preview/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

// Crawlers get a preview; what they call themselves is no credential.
Deno.serve(async (req) => { // ok: presence-only-token-check
  const agent = req.headers.get('user-agent') ?? '';
  const { data, error } = await admin.from('shops').select('name').eq('slug', new URL(req.url).searchParams.get('slug')!).single();
  if (error || !agent) return new Response('', { status: 404 });
  return new Response(data.name);
});
