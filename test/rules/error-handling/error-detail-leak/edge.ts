// file: supabase/functions/orders/index.ts
Deno.serve(async (req) => {
  try {
    const body = await req.json();
    return new Response(JSON.stringify({ received: body.id }), { status: 200 }); // ok: error-detail-leak
  } catch (error) {
    return new Response(JSON.stringify({ error: error.message }), { status: 500 }); // expect: error-detail-leak(warning high)
  }
});

// file: supabase/functions/fees/index.ts
import { createClient } from 'jsr:@supabase/supabase-js@2';
const client = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
Deno.serve(async (req) => {
  try {
    const body = await req.json();
    const { error } = await client.from('fees').insert({ id: body.id });
    if (error) {
      return new Response(
        JSON.stringify({
          error: 'Could not be stored',
          ...(Deno.env.get('ENVIRONMENT') === 'development' && { details: error.message }), // ok: error-detail-leak
        }),
        { status: 500 },
      );
    }
    return new Response(JSON.stringify({ stored: true }), { status: 200 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (Deno.env.get('REGION') === 'development-west') {
      return new Response(JSON.stringify({ error: message, region: true }), { status: 500 }); // expect: error-detail-leak(warning high)
    }
    return new Response(JSON.stringify({ error: 'Failed', ...(Deno.env.get('STAGE') !== 'production' ? { details: message } : {}) }), { status: 500 }); // ok: error-detail-leak
  }
});
