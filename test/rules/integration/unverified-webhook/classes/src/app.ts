// packages: express@5.1.0, @prisma/client@6.1.0
import express from 'express';
import { webhookHandler } from './webhookHandler';

const app = express();

app.post('/webhooks/shop', async (req, res) => { // ok: unverified-webhook, presence-only-token-check
  const signature = req.headers['x-shop-signature'];
  if (!signature) return res.status(400).json({ error: 'Missing signature' });
  const result = await webhookHandler.receive('shop', String(req.body), { 'x-shop-signature': String(signature) });
  if (!result.success) return res.status(400).json({ error: 'Invalid' });
  res.json({ received: true });
});

app.post('/webhooks/:platform', async (req, res) => { // ok: unverified-webhook
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(req.headers)) headers[name] = String(value);
  const result = await webhookHandler.receive(req.params.platform, String(req.body), headers);
  if (!result.success) {
    const isAuthError = result.error?.includes('signature');
    return res.status(isAuthError ? 401 : 400).json({ error: result.error });
  }
  res.json({ received: true });
});

app.post('/webhooks/plain', async (req, res) => { // expect: unverified-webhook
  await webhookHandler.store(String(req.body), req.headers['x-shop-signature']);
  res.json({ received: true });
});

app.listen(3000);
