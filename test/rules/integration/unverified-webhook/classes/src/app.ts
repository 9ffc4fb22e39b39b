// packages: express@5.1.0, @prisma/client@6.1.0
import { createHmac } from 'node:crypto';
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

// What computes the digest itself was followed: nothing is verified where the secret is not set.
app.post('/webhooks/lenient', async (req, res) => { // expect: unverified-webhook
  const secret = process.env.HOOK_SECRET;
  if (secret) {
    const isValid = await isGenuine(String(req.body), req.headers['x-shop-signature'], secret);
    if (!isValid) return res.status(401).json({ error: 'Invalid signature' });
  }
  await webhookHandler.store(String(req.body), undefined);
  res.json({ received: true });
});

async function isGenuine(payload: string, signature: unknown, secret: string): Promise<boolean> {
  if (!signature) return false;
  const expected = createHmac('sha256', secret).update(payload).digest('hex');
  return expected === signature;
}

app.listen(3000);
