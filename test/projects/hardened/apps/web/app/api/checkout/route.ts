import { NextResponse } from 'next/server';
import { z } from 'zod';
import { requireUser } from '@/lib/auth';
import { priceCart } from '@/lib/cart';
import { env } from '@/lib/env';
import { HttpError } from '@/lib/errors';
import { handle } from '@/lib/handle';
import { limit } from '@/lib/rateLimit';
import { stripe } from '@/lib/stripe';
import { supabaseAdmin } from '@/lib/supabase/admin';

const checkout = z.object({
  idempotencyKey: z.uuid(),
  address: z.string().min(10).max(500),
  items: z
    .array(z.object({ product_id: z.uuid(), quantity: z.number().int().min(1).max(20) }))
    .min(1)
    .max(50)
    .refine((items) => new Set(items.map((item) => item.product_id)).size === items.length, 'A product is listed twice'),
});

export const POST = handle('POST /api/checkout', async (request: Request) => {
  const user = await requireUser();
  await limit('checkout', user.id);
  const { idempotencyKey, address, items } = checkout.parse(await request.json());

  const { data: products, error } = await supabaseAdmin
    .from('products')
    .select('id, name, price_cents')
    .in('id', items.map((item) => item.product_id))
    .limit(items.length);
  if (error) throw error;
  const priced = priceCart(items, products);
  if (!priced) throw new HttpError(409, 'Something in your cart is no longer for sale');

  // One database function writes the order and its items, and takes the stock, in one transaction.
  const { data: orderId, error: orderError } = await supabaseAdmin.rpc('place_order', {
    p_user_id: user.id,
    p_idempotency_key: idempotencyKey,
    p_address: address,
    p_items: priced.map(({ product_id, quantity, price_cents }) => ({ product_id, quantity, price_cents })),
  });
  if (orderError) throw orderError;

  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: z.uuid().parse(orderId),
      success_url: `${env.SITE_URL}/orders/thanks`,
      cancel_url: `${env.SITE_URL}/cart`,
      line_items: priced.map((item) => ({
        quantity: item.quantity,
        price_data: { currency: 'eur', unit_amount: item.price_cents, product_data: { name: item.name } },
      })),
    },
    { idempotencyKey: `checkout-${idempotencyKey}` },
  );
  return NextResponse.json({ url: session.url, orderId });
});
