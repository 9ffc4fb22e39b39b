import { NextResponse } from 'next/server';
import { createClient } from '@/lib/supabase/server';
import { supabaseAdmin } from '@/lib/supabase/admin';
import type { CartItem } from '@/lib/types';

export async function POST(request: Request) {
  try {
    const supabase = await createClient();
    const {
      data: { session },
    } = await supabase.auth.getSession();
    if (!session) {
      return NextResponse.json({ error: 'Please log in' }, { status: 401 });
    }

    const { items, address, discount } = (await request.json()) as {
      items: CartItem[];
      address: string;
      discount: number;
    };
    const total = items.reduce((sum, item) => sum + item.price * item.quantity, 0) * (1 - discount);

    const { data: order } = await supabaseAdmin
      .from('orders')
      .insert({ user_id: session.user.id, total, address, status: 'new' })
      .select()
      .single();

    await supabaseAdmin.from('order_items').insert(items.map((item) => ({ order_id: order.id, ...item })));

    const payment = await fetch('https://api.stripe.com/v1/checkout/sessions', {
      method: 'POST',
      headers: { Authorization: `Bearer ${process.env.STRIPE_SECRET_KEY}` },
      body: new URLSearchParams({
        mode: 'payment',
        client_reference_id: order.id,
        'line_items[0][price_data][unit_amount]': String(total * 100),
      }),
    });
    const { url } = await payment.json();

    return NextResponse.json({ url, orderId: order.id });
  } catch (error: any) {
    console.error('[checkout]', error);
    return NextResponse.json({ error: error.message }, { status: 500 });
  }
}
