// file: supabase/functions/orders/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';
import { z } from 'npm:zod@4';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
const Order = z.object({ sku: z.string() });

Deno.serve(async (req) => {
  if (req.method === 'POST') {
    const body = Order.parse(await req.json()); // ok: unvalidated-input
    await admin.from('orders').insert(body);
  }
  return new Response('ok');
});
