import { NextResponse } from 'next/server';
import type Stripe from 'stripe';
import { env } from '@/lib/env';
import { handle } from '@/lib/handle';
import { logger } from '@/lib/logger';
import { stripe } from '@/lib/stripe';
import { supabaseAdmin } from '@/lib/supabase/admin';

export const POST = handle('POST /api/webhooks/payments', async (request: Request) => {
  const body = await request.text();
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(body, request.headers.get('stripe-signature') ?? '', env.STRIPE_WEBHOOK_SECRET);
  } catch (err) {
    logger.warn({ err }, 'webhook refused');
    return NextResponse.json({ error: 'Invalid signature' }, { status: 400 });
  }

  if (event.type === 'checkout.session.completed') {
    // The function stores the event id, so that a repeated delivery changes nothing.
    const { error } = await supabaseAdmin.rpc('mark_order_paid', {
      p_event_id: event.id,
      p_order_id: event.data.object.client_reference_id,
    });
    if (error) throw error;
  }
  return NextResponse.json({ received: true });
});
