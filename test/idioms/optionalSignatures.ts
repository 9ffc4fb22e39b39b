// packages: express@4.21.0, hono@4.6.0, next@15.1.0, stripe@18.0.0, @prisma/client@6.1.0

// file: src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();
export const paid = (event: any) => db.order.update({ where: { id: event.data.object.id }, data: { paid: true } });

// file: src/app.ts
import express from 'express';
import crypto from 'node:crypto';
import Stripe from 'stripe';
import { paid } from './db';
import { stripe } from './stripe';
const app = express();
const raw = express.raw({ type: '*/*' });
const SECRET = process.env.STRIPE_WEBHOOK_SECRET;

// Without the setting whoever knows the address is believed: whether it is set, no code tells.
// endpoint: POST /webhooks/a1 signature?
app.post('/webhooks/a1', raw, async (req, res) => {
  let event;
  if (process.env.STRIPE_WEBHOOK_SECRET) {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET);
  } else {
    event = JSON.parse(req.body.toString());
  }
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/a2 signature?
app.post('/webhooks/a2', raw, async (req, res) => {
  const event = SECRET ? stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET) : JSON.parse(req.body.toString());
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/a3 signature?
app.post('/webhooks/a3', raw, async (req, res) => {
  let event = JSON.parse(req.body.toString());
  if (SECRET) {
    try {
      event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
    } catch (error) {
      return res.status(400).send('bad signature');
    }
  }
  await paid(event);
  res.json({});
});
function isSigned(body: Buffer, signature: string | undefined): boolean {
  const expected = crypto.createHmac('sha256', process.env.HOOK_SECRET!).update(body).digest('hex');
  return signature !== undefined && signature.length === expected.length && crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}
// endpoint: POST /webhooks/a4 signature?
app.post('/webhooks/a4', raw, async (req, res) => {
  if (process.env.HOOK_SECRET && !isSigned(req.body, req.get('x-signature'))) return res.sendStatus(401);
  await paid(JSON.parse(req.body));
  res.json({});
});
// endpoint: POST /webhooks/a5 signature?
app.post('/webhooks/a5', raw, async (req, res) => {
  const valid = isSigned(req.body, req.get('x-signature'));
  if (process.env.HOOK_SECRET && !valid) return res.sendStatus(401);
  await paid(JSON.parse(req.body));
  res.json({});
});
// endpoint: POST /webhooks/a6 signature?
app.post('/webhooks/a6', raw, async (req, res) => {
  const secret = process.env.HOOK_SECRET;
  if (secret) {
    const expected = crypto.createHmac('sha256', secret).update(req.body).digest('hex');
    if (req.get('x-signature') !== expected) return res.sendStatus(401);
  }
  await paid(JSON.parse(req.body));
  res.json({});
});
// endpoint: POST /webhooks/a7 signature?
app.post('/webhooks/a7', raw, async (req, res) => {
  if (!process.env.HOOK_SECRET || isSigned(req.body, req.get('x-signature'))) {
    await paid(JSON.parse(req.body));
    return res.json({});
  }
  res.sendStatus(401);
});
function verified(body: Buffer, signature: string | undefined): boolean {
  const secret = process.env.HOOK_SECRET;
  if (!secret) return true;
  return signature === crypto.createHmac('sha256', secret).update(body).digest('hex');
}
// endpoint: POST /webhooks/a8 signature?
app.post('/webhooks/a8', raw, async (req, res) => {
  if (!verified(req.body, req.get('x-signature'))) return res.sendStatus(401);
  await paid(JSON.parse(req.body));
  res.json({});
});
const signedIfSet: express.RequestHandler = (req, res, next) => {
  if (!SECRET) return next();
  const expected = crypto.createHmac('sha256', SECRET).update(req.body).digest('hex');
  if (req.get('x-signature') !== expected) return res.sendStatus(401);
  next();
};
// endpoint: POST /webhooks/a9 signature?
app.post('/webhooks/a9', raw, signedIfSet, async (req, res) => {
  await paid(JSON.parse(req.body));
  res.json({});
});
// endpoint: POST /webhooks/a10 unsigned (whoever sends no signature is believed)
app.post('/webhooks/a10', raw, async (req, res) => {
  const signature = req.get('stripe-signature');
  let event;
  if (SECRET && signature) event = stripe.webhooks.constructEvent(req.body, signature, SECRET);
  else event = req.body;
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/a11 signature?
app.post('/webhooks/a11', raw, async (req, res) => {
  let event: Stripe.Event;
  try {
    if (!SECRET) {
      event = JSON.parse(req.body.toString());
    } else {
      event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
    }
  } catch (error) {
    return res.status(400).send('bad signature');
  }
  await paid(event);
  res.json({});
});

// endpoint: POST /webhooks/a12 signature? (a field that is missing says nothing of who sent it)
app.post('/webhooks/a12', raw, async (req, res) => {
  if (SECRET) {
    if (!isSigned(req.body, req.get('x-signature'))) return res.status(401).json({});
  }
  const event = JSON.parse(req.body);
  if (!event.id) return res.status(400).json({});
  if (event.type === "test") {
    return res.status(404).json({});
  } else {
    console.log(event.type);
  }
  await paid(event);
  res.json({});
});

// endpoint: POST /webhooks/a13 unsigned (whoever sends no signature is believed, and events that nobody knows are refused)
app.post('/webhooks/a13', raw, async (req, res) => {
  const signature = req.get('x-signature');
  if (signature && process.env.HOOK_SECRET) {
    if (!isSigned(req.body, signature)) return res.status(401).json({});
  }
  const event = JSON.parse(req.body);
  switch (event.type) {
    case 'paid':
      if (!(await paid(event))) return res.status(500).json({});
      break;
    default:
      return res.status(400).json({});
  }
  res.json({});
});

// What refuses without the setting verifies every message.
// endpoint: POST /webhooks/b1 signed
app.post('/webhooks/b1', raw, async (req, res) => {
  if (!SECRET) return res.status(500).send('not configured');
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/b2 signed
app.post('/webhooks/b2', raw, async (req, res) => {
  let event;
  if (SECRET) {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
  } else {
    return res.status(500).send('not configured');
  }
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/b3 signed
app.post('/webhooks/b3', raw, async (req, res) => {
  if (!process.env.HOOK_SECRET || !isSigned(req.body, req.get('x-signature'))) return res.sendStatus(401);
  await paid(JSON.parse(req.body));
  res.json({});
});
// endpoint: POST /webhooks/b4 signed
app.post('/webhooks/b4', raw, async (req, res) => {
  const event = SECRET ? stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET) : undefined;
  if (!event) return res.sendStatus(400);
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/b5 signed
app.post('/webhooks/b5', raw, async (req, res) => {
  if (process.env.HOOK_SECRET && isSigned(req.body, req.get('x-signature'))) {
    await paid(JSON.parse(req.body));
    return res.json({});
  }
  res.sendStatus(401);
});
// endpoint: POST /webhooks/b6 signed
app.post('/webhooks/b6', raw, async (req, res) => {
  let event;
  if (process.env.NODE_ENV === 'production' && !SECRET) return res.status(500).send('not configured');
  if (SECRET) event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
  else event = JSON.parse(req.body.toString());
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/b7 signed
app.post('/webhooks/b7', raw, async (req, res) => {
  if (SECRET) {
    const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
    await paid(event);
  }
  res.json({});
});
// endpoint: POST /webhooks/b8 signed (without the secret nothing is done)
app.post('/webhooks/b8', raw, async (req, res) => {
  let event;
  if (SECRET) {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
  } else {
    console.warn('not configured');
    return res.json({ received: true });
  }
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/b9 signed
app.post('/webhooks/b9', raw, async (req, res) => {
  let isKnown = false;
  if (SECRET) isKnown = isSigned(req.body, req.get('x-signature'));
  if (!isKnown) return res.sendStatus(401);
  await paid(JSON.parse(req.body));
  res.json({});
});
// endpoint: POST /webhooks/b10 signed
app.post('/webhooks/b10', raw, async (req, res) => {
  let event;
  if (SECRET) event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, SECRET);
  if (!event) return res.sendStatus(400);
  await paid(event);
  res.json({});
});
// endpoint: POST /webhooks/b11 signed
app.post('/webhooks/b11', raw, async (req, res) => {
  if (SECRET) {
    if (!isSigned(req.body, req.get('x-signature'))) return res.status(401).json({});
  }
  if (!SECRET) return res.status(500).send('not configured');
  await paid(JSON.parse(req.body));
  res.json({});
});

// What only the sender decides about is no check at all.
// endpoint: POST /webhooks/c1 unsigned
app.post('/webhooks/c1', raw, async (req, res) => {
  const signature = req.get('stripe-signature');
  let event;
  if (signature) event = stripe.webhooks.constructEvent(req.body, signature, SECRET!);
  else event = JSON.parse(req.body.toString());
  await paid(event);
  res.json({});
});

// file: src/stripe.ts
import Stripe from 'stripe';
export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

// file: app/api/webhooks/stripe/route.ts
import { paid } from '../../../../src/db';
import { stripe } from '../../../../src/stripe';
// endpoint: POST /api/webhooks/stripe signature?
export async function POST(request: Request) {
  const body = await request.text();
  const signature = request.headers.get('stripe-signature');
  const secret = process.env.STRIPE_WEBHOOK_SECRET;
  let event;
  if (secret) {
    if (!signature) return new Response('no signature', { status: 400 });
    event = stripe.webhooks.constructEvent(body, signature, secret);
  } else {
    console.warn('STRIPE_WEBHOOK_SECRET is not set: messages are not verified');
    event = JSON.parse(body);
  }
  await paid(event);
  return Response.json({ received: true });
}

// file: src/hono.ts
import { Hono } from 'hono';
import { paid } from './db';
import { stripe } from './stripe';
const web = new Hono<{ Bindings: { WEBHOOK_SECRET?: string } }>();
// endpoint: POST /hooks/h1 signature?
web.post('/hooks/h1', async (c) => {
  const text = await c.req.text();
  const event = c.env.WEBHOOK_SECRET ? await stripe.webhooks.constructEventAsync(text, c.req.header('stripe-signature')!, c.env.WEBHOOK_SECRET) : JSON.parse(text);
  await paid(event);
  return c.json({});
});
