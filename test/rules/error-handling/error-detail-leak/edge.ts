// file: supabase/functions/orders/index.ts
Deno.serve(async (req) => {
  try {
    const body = await req.json();
    return new Response(JSON.stringify({ received: body.id }), { status: 200 }); // ok: error-detail-leak
  } catch (error) {
    return new Response(JSON.stringify({ error: error.message }), { status: 500 }); // expect: error-detail-leak(warning high)
  }
});
