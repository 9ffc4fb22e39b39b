// packages: express@5.1.0, stripe@18.0.0
import express from 'express';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
const quick = new Stripe(process.env.STRIPE_SECRET_KEY!, { timeout: 10_000, maxNetworkRetries: 1 });

app.post('/refund', async (req, res) => {
  res.json(await stripe.refunds.create({ payment_intent: 'pi_1' }));
});

app.post('/checkout', async (req, res) => {
  const session = await quick.checkout.sessions.create({ mode: 'payment', line_items: [] });
  res.json({ url: session.url });
});

app.get('/session', async (req, res) => {
  res.json(await quick.checkout.sessions.retrieve('cs_1'));
});

app.post('/webhook', express.raw({ type: 'application/json' }), (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!);
  res.json({ type: event.type });
});

app.listen(3000);
