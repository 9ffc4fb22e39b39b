// file: supabase/functions/orders/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

Deno.serve(async (req) => {
  const { id, note } = await req.json(); // expect: unvalidated-input(warning medium)
  await admin.from('orders').update({ note }).eq('id', id);
  return new Response('ok');
});
