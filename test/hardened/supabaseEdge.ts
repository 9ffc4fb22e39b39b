import type { Application } from './cases';

const cors = `export const corsHeaders = {
  'Access-Control-Allow-Origin': 'https://shop.example',
  'Access-Control-Allow-Headers': 'authorization, content-type',
};
`;

/** Supabase edge functions that the platform lets everybody call. */
export const supabaseEdge: Application = {
  title: 'Supabase edge functions',
  run: 'deno',
  files: {
    'supabase/config.toml':
      '[functions.charge]\nverify_jwt = false\n\n[functions.note]\nverify_jwt = false\n\n[functions.refund]\nverify_jwt = false\n',
    'supabase/functions/_shared/cors.ts': cors,
    'supabase/functions/charge/index.ts': `import { createClient } from 'jsr:@supabase/supabase-js@2';
import { corsHeaders } from '../_shared/cors.ts';

// Takes an order and charges for it.
Deno.serve(async (req) => {
  if (req.method === 'OPTIONS') return new Response('ok', { headers: corsHeaders });
  const { sku, quantity } = await req.json();
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data } = await supabase.from('orders').insert({ sku, quantity: quantity * 1 }).select().single();
  /* after it is stored */
  const charge = await fetch(Deno.env.get('PAY_URL') + '/charges', { method: 'POST' });
  return new Response(JSON.stringify({ data, charge: await charge.json() }), { headers: { ...corsHeaders, 'Content-Type': 'application/json' } });
});
`,
    'supabase/functions/note/index.ts': `import { createClient } from 'jsr:@supabase/supabase-js@2';
import { corsHeaders } from '../_shared/cors.ts';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

Deno.serve(async (req) => {
  try {
    const { id, text } = await req.json();
    await supabase.from('notes').update({ text: text.trim() }).eq('id', id);
    // Tells the warehouse.
    const told = await fetch(Deno.env.get('PAY_URL') + '/changed');
    return new Response(JSON.stringify({ told: await told.json() }), { headers: { ...corsHeaders, 'Content-Type': 'application/json' } });
  } catch (error) {
    return new Response(JSON.stringify({ error: error.message }), { status: 500, headers: { ...corsHeaders, 'Content-Type': 'application/json' } });
  }
});
`,
    'supabase/functions/refund/index.ts': `import { createClient } from 'jsr:@supabase/supabase-js@2';

const handler = async (request: Request): Promise<Response> => {
  const body = await request.json();
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { error } = await supabase.from('refunds').insert({ order: body.order, amount: body.amount * 1 });
  if (error) throw error;
  const answer = await fetch(Deno.env.get('PAY_URL') + '/refunds', { method: 'POST' });
  return new Response(JSON.stringify(await answer.json())); // what the bank says
};

Deno.serve(handler);
`,
  },
  handlers: [
    {
      name: 'an inline function',
      file: 'supabase/functions/charge/index.ts',
      at: 'const { sku',
      good: { method: 'POST', path: '/charge', body: { sku: 'mug', quantity: 2 } },
      bad: { sku: 5, quantity: 'many' },
      calls: true,
      comments: ['// Takes an order and charges for it.', '/* after it is stored */'],
    },
    {
      name: 'a function that tells its errors',
      file: 'supabase/functions/note/index.ts',
      at: 'const { id, text',
      good: { method: 'POST', path: '/note', body: { id: 'n1', text: 'gift ' } },
      bad: { id: 'n1', text: 7 },
      calls: true,
      comments: ['// Tells the warehouse.'],
    },
    {
      name: 'a named function',
      file: 'supabase/functions/refund/index.ts',
      at: 'const body',
      good: { method: 'POST', path: '/refund', body: { order: 'o1', amount: 3 } },
      bad: { order: 'o1', amount: 'all of it' },
      calls: true,
      comments: ['// what the bank says'],
    },
  ],
};
