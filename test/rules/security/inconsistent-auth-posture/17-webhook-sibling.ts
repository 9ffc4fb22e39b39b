// packages: express@5.1.0, @prisma/client@6.0.0, stripe@17.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.get('/api/payments', requireUser, async (req, res) => res.json(await prisma.payment.findMany())); // ok: inconsistent-auth-posture
app.post('/api/payments', requireUser, async (req, res) => res.json(await prisma.payment.create({ data: req.body }))); // ok: inconsistent-auth-posture
app.patch('/api/payments/:id', requireUser, async (req, res) => res.json(await prisma.payment.update({ where: { id: req.params.id }, data: req.body }))); // ok: inconsistent-auth-posture
app.delete('/api/payments/:id', requireUser, async (req, res) => res.json(await prisma.payment.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture

const stripe = new Stripe(process.env.STRIPE_KEY!);
app.post('/api/payments/events', express.raw({ type: 'application/json' }), async (req, res) => { // ok: inconsistent-auth-posture
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!);
  await prisma.payment.update({ where: { id: event.id }, data: { paid: true } });
  res.sendStatus(200);
});
app.listen(3000);
