// packages: express@5.1.0, stripe@17.0.0
import express from 'express';
import Stripe from 'stripe';
import { settle } from './accounts';

const app = express();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

// Who gets in has signed what it sent.
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!);
  try {
    await settle(event);
    res.json({ received: true });
  } catch (error) {
    res.status(500).json({ error: (error as Error).message }); // expect: error-detail-leak(warning low)
  }
});
app.post('/settle', async (req, res) => {
  try {
    await settle(req.body);
    res.json({ received: true });
  } catch (error) {
    res.status(500).json({ error: (error as Error).message }); // expect: error-detail-leak(warning high)
  }
});
