// packages: express@5.1.0, @prisma/client@6.0.0, stripe@17.0.0, @mollie/api-client@4.0.0, mercadopago@2.0.0
import { createMollieClient } from '@mollie/api-client';
import express from 'express';
import { MercadoPagoConfig, Payment } from 'mercadopago';
import Stripe from 'stripe';
import { PrismaClient } from '@prisma/client';
import { orders } from './orders';

const app = express();
const prisma = new PrismaClient();
async function markPaid(order: { id: string; total: number }) {
  await prisma.order.update({ where: { id: order.id }, data: { status: 'paid', total: order.total } });
}
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
const mollie = createMollieClient({ apiKey: process.env.MOLLIE_API_KEY! });

app.post('/webhooks/stripe', async (req, res) => { // ok: unverified-webhook
  const event = await stripe.events.retrieve(req.body.id);
  if (event.type === 'checkout.session.completed') await markPaid(event.data.object);
  res.json({ received: true });
});
app.post('/webhooks/mollie', async (req, res) => { // ok: unverified-webhook
  const payment = await mollie.payments.get(req.body.id);
  if (payment.status === 'paid') await markPaid(payment.metadata);
  res.end();
});
const providers: Record<string, { verifyWebhook(request: unknown, signature: unknown): boolean }> = orders;
app.post('/webhooks/:provider', async (req, res) => { // ok: unverified-webhook
  const provider = providers[req.params.provider];
  const signature = req.headers['x-signature'];
  const result = provider.verifyWebhook(req, signature);
  if (!result) return res.sendStatus(401);
  await markPaid(req.body);
  res.end();
});
app.post('/webhooks/other', async (req, res) => { // expect: unverified-webhook
  const customer = await stripe.customers.create({ email: req.body.email });
  await markPaid({ ...req.body, customer });
  res.end();
});
app.post('/webhooks/mp', async (req, res) => { // ok: unverified-webhook
  const response = await fetch(`https://api.mercadopago.com/v1/payments/${req.body.data.id}`, { headers: { Authorization: `Bearer ${process.env.MP_TOKEN}` } });
  const payment = await response.json();
  if (payment.status === 'approved') await markPaid(payment);
  res.end();
});
app.post('/webhooks/believed', async (req, res) => { // expect: unverified-webhook
  if (req.body.type === 'payment.succeeded') await markPaid(req.body.data);
  res.end();
});
class StripeProvider {
  verifyWebhook(request: express.Request, signature: string) {
    return stripe.webhooks.constructEvent(request.body, signature, process.env.STRIPE_WEBHOOK_SECRET!);
  }
}
const gateways = new Map([['stripe', new StripeProvider()]]);
app.post('/hooks/:provider', async (req, res) => { // ok: unverified-webhook
  const gateway = gateways.get(req.params.provider);
  if (!gateway) return res.sendStatus(404);
  const event = await gateway.verifyWebhook(req, String(req.headers['x-signature']));
  await markPaid(event.data.object);
  res.end();
});
app.post('/paypal/webhook', async (req, res) => { // ok: unverified-webhook
  const result = await verifyWithPaypal(req.headers, req.body);
  if (result.verification_status !== 'SUCCESS') return res.sendStatus(400);
  await markPaid(req.body.resource);
  res.end();
});
async function verifyWithPaypal(headers: Record<string, unknown>, event: unknown) {
  const response = await fetch('https://api-m.paypal.com/v1/notifications/verify-webhook-signature', { method: 'POST', body: JSON.stringify({ headers, webhook_event: event }) });
  return response.json();
}
app.post('/webhooks/stripe-session', async (req, res) => { // ok: unverified-webhook
  const { id } = req.body.data.object;
  const session = await stripe.checkout.sessions.retrieve(id);
  if (session.payment_status !== 'paid') return res.sendStatus(400);
  await markPaid(session.metadata);
  res.end();
});
const payments = new Payment(new MercadoPagoConfig({ accessToken: process.env.MP_TOKEN! }));
app.post('/webhooks/mercadopago', async (req, res) => { // ok: unverified-webhook
  const payment = await payments.get({ id: req.body.data.id });
  if (payment.status === 'approved') await markPaid(payment);
  res.end();
});
async function loadPayment(id: string) {
  const response = await fetch(`https://api.mercadopago.com/v1/payments/${id}`, { headers: { Authorization: `Bearer ${process.env.MP_TOKEN}` } });
  return response.json();
}
app.post('/webhooks/loaded', async (req, res) => { // ok: unverified-webhook
  const { id } = req.body.data;
  const payment = await loadPayment(id);
  if (payment.status === 'approved') await prisma.order.update({ where: { paymentId: id }, data: { status: 'paid' } });
  res.end();
});
app.post('/webhooks/subscription', async (req, res) => { // expect: unverified-webhook
  const session = req.body.data.object;
  const subscription = await stripe.subscriptions.retrieve(session.subscription);
  await prisma.user.update({ where: { id: session.metadata.userId }, data: { plan: subscription.status } });
  res.end();
});
app.post('/webhooks/unread', async (req, res) => { // expect: unverified-webhook
  await stripe.events.retrieve(req.body.id);
  await prisma.order.update({ where: { id: req.body.id }, data: { status: 'paid' } });
  res.end();
});
app.post('/webhooks/sent', async (req, res) => { // expect: unverified-webhook
  const response = await fetch(`https://api.example.com/receipts/${req.body.id}`, { method: 'POST' });
  await prisma.order.update({ where: { id: req.body.id }, data: { status: response.ok ? 'paid' : 'open' } });
  res.end();
});
const senders: Record<string, { handle(body: unknown, signature: unknown): Promise<{ id: string }> }> = orders;
app.post('/webhooks/chosen/:sender', async (req, res) => { // ok: unverified-webhook
  const sender = senders[req.params.sender]!;
  const signature = req.headers['x-signature'];
  const event = await sender.handle(req.body, signature);
  await prisma.order.update({ where: { id: event.id }, data: { status: 'paid' } });
  res.end();
});
app.post('/webhooks/unsigned/:sender', async (req, res) => { // expect: unverified-webhook
  const sender = senders[req.params.sender]!;
  const event = await sender.handle(req.body, req.headers['user-agent']);
  await prisma.order.update({ where: { id: event.id }, data: { status: 'paid' } });
  res.end();
});
