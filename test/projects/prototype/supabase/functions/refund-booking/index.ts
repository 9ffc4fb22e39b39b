import { corsHeaders } from '../_shared/cors.ts';
import { supabase } from '../_shared/client.ts';

Deno.serve(async (req) => {
  if (req.method === 'OPTIONS') {
    return new Response('ok', { headers: corsHeaders });
  }

  try {
    const authHeader = req.headers.get('Authorization');
    if (!authHeader?.startsWith('Bearer ')) {
      return new Response(JSON.stringify({ error: 'Unauthorized' }), { status: 401, headers: corsHeaders });
    }

    const { bookingId, amount } = await req.json();
    const { data: booking } = await supabase.from('bookings').select('*').eq('id', bookingId).single();

    const refund = await fetch('https://api.stripe.com/v1/refunds', {
      method: 'POST',
      headers: { Authorization: `Bearer ${Deno.env.get('STRIPE_SECRET_KEY')}` },
      body: new URLSearchParams({ payment_intent: booking.payment_id, amount: String(amount * 100) }),
    });
    const result = await refund.json();

    await supabase.from('bookings').update({ status: 'refunded' }).eq('id', bookingId);
    await supabase.from('activity').insert({ kind: 'refund', ref: bookingId });

    return new Response(JSON.stringify({ success: true, refund: result }), {
      headers: { ...corsHeaders, 'Content-Type': 'application/json' },
    });
  } catch (error) {
    return new Response(JSON.stringify({ error: error.message, stack: error.stack }), {
      status: 500,
      headers: corsHeaders,
    });
  }
});
