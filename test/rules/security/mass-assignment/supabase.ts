// file: supabase/functions/profile/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

Deno.serve(async (req) => {
  const body = await req.json(); // expect: mass-assignment
  const { error } = await admin.from('profiles').upsert(body);
  return new Response(error ? 'failed' : 'ok');
});
