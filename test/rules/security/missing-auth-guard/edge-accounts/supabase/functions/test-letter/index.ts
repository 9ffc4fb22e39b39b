import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (req) => { // expect: admin-surface-unguarded
  const accounts = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data, error } = await accounts.from('letters').update({ tried: true }).eq('kind', 'test');
  if (error) return new Response('{}', { status: 500 });
  return new Response(JSON.stringify(data));
});
