import { NextResponse } from 'next/server';
import { supabaseAdmin } from '@/lib/supabase/admin';

export async function POST(request: Request) {
  try {
    const event = await request.json();

    if (event.type === 'checkout.session.completed') {
      const orderId = event.data.object.client_reference_id;
      await supabaseAdmin.from('orders').update({ status: 'paid' }).eq('id', orderId);
      await supabaseAdmin.from('activity').insert({ kind: 'paid', ref: orderId });
    }

    return NextResponse.json({ received: true });
  } catch (error) {
    console.log('Webhook error', error);
    return NextResponse.json({ received: true });
  }
}
