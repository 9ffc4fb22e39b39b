// packages: express@5.1.0, stripe@18.0.0, @prisma/client@6.0.0
import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import Stripe from 'stripe';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

app.post('/webhooks/stripe', express.json(), async (req, res) => { // expect: unverified-webhook(error medium)
  if (req.body.type === 'checkout.session.completed') await prisma.order.update({ where: { id: req.body.data.object.metadata.order }, data: { paid: true } });
  res.json({ received: true });
});

app.post('/webhooks/present', express.json(), async (req, res) => { // expect: unverified-webhook
  if (!req.headers['stripe-signature']) return res.status(400).end();
  await prisma.order.update({ where: { id: req.body.order }, data: { paid: true } });
  res.json({ received: true });
});

app.post('/webhooks/verified', express.raw({ type: 'application/json' }), async (req, res) => { // ok: unverified-webhook
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'] as string, process.env.STRIPE_WEBHOOK_SECRET!);
  await prisma.order.update({ where: { id: event.id }, data: { paid: true } });
  res.json({ received: true });
});

app.post('/webhooks/optional', express.raw({ type: 'application/json' }), async (req, res) => { // expect: unverified-webhook
  let event = JSON.parse(req.body.toString());
  if (process.env.STRIPE_WEBHOOK_SECRET) {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'] as string, process.env.STRIPE_WEBHOOK_SECRET);
  }
  await prisma.order.update({ where: { id: event.id }, data: { paid: true } });
  res.json({ received: true });
});

app.post('/webhooks/caught', express.raw({ type: 'application/json' }), async (req, res) => { // ok: unverified-webhook
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'] as string, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch (error) {
    return res.status(400).send('not from Stripe');
  }
  await prisma.order.update({ where: { id: event.id }, data: { paid: true } });
  res.json({ received: true });
});

app.post('/webhooks/github', express.raw({ type: '*/*' }), async (req, res) => { // ok: unverified-webhook
  const expected = 'sha256=' + createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(req.body).digest('hex');
  const given = String(req.headers['x-hub-signature-256']);
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return res.status(401).end();
  await prisma.push.create({ data: JSON.parse(req.body.toString()) });
  res.status(204).end();
});

app.post('/webhooks/shared', express.json(), async (req, res) => { // ok: unverified-webhook
  if (req.headers['x-webhook-secret'] !== process.env.HOOK_SECRET) return res.status(401).end();
  await prisma.push.create({ data: { ref: req.body.ref } });
  res.status(204).end();
});

app.post('/webhooks/ping', (req, res) => { // ok: unverified-webhook
  res.json({ received: true });
});
app.get('/webhooks/stripe', async (req, res) => { // ok: unverified-webhook
  await prisma.visit.create({ data: { at: new Date() } });
  res.json({ up: true });
});
app.post('/orders', express.json(), async (req, res) => { // ok: unverified-webhook
  await prisma.order.create({ data: { item: req.body.item } });
  res.json({});
});
