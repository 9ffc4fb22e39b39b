// packages: express@5.1.0, stripe@17.0.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import Stripe from 'stripe';

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const PRICES: Record<string, number> = { basic: 900, pro: 2900 };

app.post('/intent', async (req, res) => {
  const { amount, currency } = req.body;
  const intent = await stripe.paymentIntents.create({ amount: Math.round(amount * 100), currency }); // expect: client-trusted-price
  //                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ amount is what stripe.paymentIntents.create charges
  res.json({ secret: intent.client_secret });
});

app.post('/charge', async (req, res) => {
  await stripe.charges.create({ amount: req.body.total, currency: 'eur', source: req.body.token }); // expect: client-trusted-price
  res.sendStatus(204);
});

app.post('/checkout', async (req, res) => {
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: req.body.items.map((item) => ({
      price_data: { currency: 'eur', unit_amount: item.price * 100, product_data: { name: item.name } }, // expect: client-trusted-price
      quantity: item.quantity,
    })),
  });
  res.json({ url: session.url });
});

app.post('/sum', async (req, res) => {
  const items = req.body.items;
  const total = items.reduce((sum, item) => sum + item.price * item.quantity, 0);
  if (total < 50) return res.status(400).json({ error: 'Too little' });
  const intent = await stripe.paymentIntents.create({ amount: total, currency: 'eur' }); // expect: client-trusted-price
  return res.json({ secret: intent.client_secret });
});

app.post('/plan', async (req, res) => {
  const intent = await stripe.paymentIntents.create({ amount: PRICES[req.body.plan]!, currency: 'eur' }); // ok: client-trusted-price
  res.json({ secret: intent.client_secret });
});

app.post('/seats', async (req, res) => {
  const product = await prisma.product.findUniqueOrThrow({ where: { id: req.body.product } });
  const intent = await stripe.paymentIntents.create({ amount: product.price * req.body.quantity, currency: 'eur' }); // ok: client-trusted-price
  res.json({ secret: intent.client_secret });
});

app.post('/fixed', async (req, res) => {
  const intent = await stripe.paymentIntents.create({ amount: 900 * req.body.quantity, currency: 'eur' }); // ok: client-trusted-price
  res.json({ secret: intent.client_secret });
});

app.post('/compared', async (req, res) => {
  const { amount, orderId } = req.body;
  const order = await prisma.order.findUniqueOrThrow({ where: { id: orderId } });
  if (amount !== order.total) return res.status(400).json({ error: 'The price has changed' });
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur' }); // ok: client-trusted-price
  return res.json({ secret: intent.client_secret });
});

app.post('/donations', async (req, res) => {
  const intent = await stripe.paymentIntents.create({ amount: req.body.amount, currency: 'eur' }); // ok: client-trusted-price
  res.json({ secret: intent.client_secret });
});

app.post('/refunds', async (req, res) => {
  await stripe.refunds.create({ payment_intent: req.body.intent, amount: req.body.amount }); // ok: client-trusted-price
  res.sendStatus(204);
});

app.post('/boost', async (req, res) => {
  const { amount, listing } = req.body;
  const { url } = await boost(stripe, { amount, listing, back: 'https://example.com' });
  res.json({ url });
});

async function boost(client: Stripe, order: any) {
  return await client.checkout.sessions.create({
    mode: 'payment',
    line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: order.amount, product_data: { name: order.listing } } }], // expect: client-trusted-price
    success_url: order.back,
  });
}

app.post('/renewal', async (req, res) => {
  const listing = await prisma.listing.findUniqueOrThrow({ where: { id: req.body.listing } });
  res.json(await renew({ amount: listing.price, months: req.body.months }));
});

app.post('/renewal/checked', async (req, res) => {
  const listing = await prisma.listing.findUniqueOrThrow({ where: { id: req.body.listing } });
  if (req.body.amount !== listing.price) return res.sendStatus(409);
  return res.json(await renewChecked(req.body.amount));
});

const renew = async (order: { amount: number; months: number }) =>
  await stripe.paymentIntents.create({ amount: order.amount * order.months, currency: 'eur' }); // ok: client-trusted-price

const renewChecked = async (amount: number) => await stripe.paymentIntents.create({ amount, currency: 'eur' }); // ok: client-trusted-price

/** Others may call it. */
export async function renewFor(order: { amount: number }) {
  return await stripe.paymentIntents.create({ amount: order.amount, currency: 'eur' }); // ok: client-trusted-price
}
