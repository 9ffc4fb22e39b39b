// file: src/checkout.ts
// packages: stripe@17.5.0, express@5.1.0
import express from 'express';
import Stripe from 'stripe';
import { findItems, MONTHLY_FEE } from './items';

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const router = express.Router();

router.post('/checkout', async (req, res) => {
  const { price, quantity } = req.body;
  const items = await findItems();
  await stripe.paymentIntents.create({ amount: price * 100, currency: 'eur' }); // expect: float-money(error medium)
  //                                           ^^^^^^^^^^^ may have a fraction
  const amount = 100 * parseFloat(price); // expect: float-money
  await stripe.paymentIntents.create({ amount, currency: 'eur' });
  await stripe.checkout.sessions.create({
    line_items: items.map((item) => ({ price_data: { currency: 'eur', unit_amount: item.price * 100 }, quantity: 1 })), // expect: float-money
  });
  await stripe.refunds.create({ amount: (price + 1.5) * 100 }); // expect: float-money

  await stripe.paymentIntents.create({ amount: Math.round(price * 100), currency: 'eur' }); // ok: float-money
  await stripe.paymentIntents.create({ amount: Math.round(price) * 100, currency: 'eur' }); // ok: float-money
  await stripe.paymentIntents.create({ amount: quantity * 100, currency: 'eur' }); // ok: float-money
  await stripe.paymentIntents.create({ amount: 49 * 100, currency: 'eur' }); // ok: float-money
  await stripe.paymentIntents.create({ amount: parseInt(price, 10) * 100, currency: 'eur' }); // ok: float-money
  const amountCents = Math.round(price * 100);
  await stripe.paymentIntents.create({ amount: amountCents, currency: 'eur' }); // ok: float-money
  await stripe.paymentIntents.create({ amount: MONTHLY_FEE * 100, currency: 'eur' }); // ok: float-money
  await stripe.prices.list({ limit: 100 }); // ok: float-money
  res.json({ shown: price * 100 }); // ok: float-money
});
