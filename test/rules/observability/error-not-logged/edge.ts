// file: supabase/functions/orders/index.ts
Deno.serve(async (req) => {
  try {
    const answer = await fetch('https://shop.example.com/orders', { signal: AbortSignal.timeout(5000) });
    return new Response(await answer.text());
  } catch { // expect: error-not-logged
    return new Response('Internal server error', { status: 500 });
  }
});
Deno.serve(async (req) => {
  try {
    return new Response(JSON.stringify(await req.json()));
  } catch (error) { // ok: error-not-logged
    console.error('orders', error);
    return new Response('Internal server error', { status: 500 });
  }
});
