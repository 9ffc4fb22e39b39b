// packages: express@5.1.0, @prisma/client@6.1.0
import express from 'express';
import { Billing } from './billing';

const app = express();

// Which provider it is given to is known when it runs.
app.post('/webhooks/payments', async (req, res) => { // ok: unverified-webhook, presence-only-token-check
  const signature = req.headers['x-pay-signature'];
  if (!signature) return res.status(401).json({ error: 'Missing signature' });
  const result = await Billing.receive('pay', String(req.body), String(signature));
  res.status(result.success ? 200 : 400).json(result);
});

app.post('/webhooks/noted', async (req, res) => { // expect: unverified-webhook
  const signature = req.headers['x-pay-signature'];
  if (!signature) return res.status(401).json({ error: 'Missing signature' });
  await Billing.note(String(req.body), String(signature));
  res.json({ received: true });
});

app.listen(3000);
