// packages: express@5.1.0, stripe@18.0.0, @prisma/client@6.0.0
import { createHmac } from 'node:crypto';
import express from 'express';
import Stripe from 'stripe';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
const SECRET = process.env.STRIPE_WEBHOOK_SECRET;
const markPaid = (event: Stripe.Event) => prisma.order.update({ where: { id: event.id }, data: { paid: true } });
const isSigned = (body: Buffer, signature?: string) => signature === createHmac('sha256', process.env.HOOK_SECRET!).update(body).digest('hex');

app.post('/webhooks/stripe', async (req, res) => { // expect: unverified-webhook(error medium)
//^^^^^^^^^^^^^^^^^^^^^^^^^ changes data on the word of whoever calls it where STRIPE_WEBHOOK_SECRET is not set
  let event: Stripe.Event;
  if (process.env.STRIPE_WEBHOOK_SECRET) {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET);
  } else {
    event = JSON.parse(req.body.toString());
  }
  await markPaid(event);
  res.json({ received: true });
});

app.post('/webhooks/chosen', async (req, res) => { // expect: unverified-webhook
  const event = SECRET ? stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET) : JSON.parse(req.body.toString());
  await markPaid(event);
  res.json({ received: true });
});

app.post('/webhooks/short', async (req, res) => { // expect: unverified-webhook
  if (process.env.HOOK_SECRET && !isSigned(req.body, req.get('x-signature'))) return res.sendStatus(401);
  await markPaid(JSON.parse(req.body));
  res.json({ received: true });
});

app.post('/webhooks/unsent', async (req, res) => { // expect: unverified-webhook
//^^^^^^^^^^^^^^^^^^^^^^^^^ may be skipped
  const signature = req.get('stripe-signature');
  const event = signature && SECRET ? stripe.webhooks.constructEvent(req.body, signature, SECRET) : JSON.parse(req.body.toString());
  await markPaid(event);
  res.json({ received: true });
});

// It refuses where the secret is missing.
app.post('/webhooks/shut', async (req, res) => { // ok: unverified-webhook
  if (!SECRET) return res.sendStatus(500);
  await markPaid(stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET));
  res.json({ received: true });
});

// Without it nothing is done.
app.post('/webhooks/idle', async (req, res) => { // ok: unverified-webhook
  if (SECRET) {
    const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
    await markPaid(event);
  }
  res.json({ received: true });
});

app.post('/webhooks/none', async (req, res) => { // ok: unverified-webhook
  const event = SECRET ? stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET) : null;
  if (!event) return res.sendStatus(503);
  await markPaid(event);
  res.json({ received: true });
});

// Production refuses without it.
app.post('/webhooks/staged', async (req, res) => { // ok: unverified-webhook
  if (!SECRET && process.env.NODE_ENV === 'production') return res.sendStatus(500);
  const event = SECRET ? stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET) : JSON.parse(req.body.toString());
  await markPaid(event);
  res.json({ received: true });
});
