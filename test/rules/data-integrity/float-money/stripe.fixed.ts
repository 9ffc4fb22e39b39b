import express from 'express';
import Stripe from 'stripe';
import { findItems, MONTHLY_FEE } from './items';

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const router = express.Router();

router.post('/checkout', async (req, res) => {
  const { price, quantity } = req.body;
  const items = await findItems();
  await stripe.paymentIntents.create({ amount: Math.round(price * 100), currency: 'eur' });
  const amount = Math.round(100 * parseFloat(price));
  await stripe.paymentIntents.create({ amount, currency: 'eur' });
  await stripe.checkout.sessions.create({
    line_items: items.map((item) => ({ price_data: { currency: 'eur', unit_amount: Math.round(item.price * 100) }, quantity: 1 })),
  });
  await stripe.refunds.create({ amount: Math.round((price + 1.5) * 100) });

  await stripe.paymentIntents.create({ amount: Math.round(price * 100), currency: 'eur' });
  await stripe.paymentIntents.create({ amount: Math.round(price) * 100, currency: 'eur' });
  await stripe.paymentIntents.create({ amount: quantity * 100, currency: 'eur' });
  await stripe.paymentIntents.create({ amount: 49 * 100, currency: 'eur' });
  await stripe.paymentIntents.create({ amount: parseInt(price, 10) * 100, currency: 'eur' });
  const amountCents = Math.round(price * 100);
  await stripe.paymentIntents.create({ amount: amountCents, currency: 'eur' });
  await stripe.paymentIntents.create({ amount: MONTHLY_FEE * 100, currency: 'eur' });
  await stripe.prices.list({ limit: 100 });
  res.json({ shown: price * 100 });
});
