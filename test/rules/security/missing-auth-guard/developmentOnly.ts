// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const isProduction = process.env.NODE_ENV === 'production';

// Where the product runs, nothing of it happens.
app.post('/grant', async (req, res) => { // ok: missing-auth-guard
  const isDev = process.env.NODE_ENV === 'development';
  if (!isDev) {
    return res.status(403).json({ error: 'Only in development' });
  }
  try {
    res.json(await prisma.share.create({ data: { userId: String(req.body.userId) } }));
  } catch {
    res.status(500).end();
  }
});
app.post('/fill', async (_req, res) => { // ok: missing-auth-guard
  if (isProduction || !process.env.FILL) return res.status(404).end();
  res.json(await prisma.share.deleteMany({}));
});
app.post('/debug/fill', async (_req, res) => { // ok: admin-surface-unguarded
  if (process.env.NODE_ENV === 'production') throw new Error('Not here');
  res.json(await prisma.share.deleteMany({}));
});
// In production all of this runs, or most of it.
app.post('/take', async (_req, res) => { // expect: missing-auth-guard
  if (process.env.NODE_ENV === 'development') return res.json({});
  res.json(await prisma.share.deleteMany({}));
});
app.post('/give', async (req, res) => { // expect: missing-auth-guard
  if (isProduction && req.query.dry === '1') return res.json({});
  res.json(await prisma.share.deleteMany({}));
});
app.post('/log', async (_req, res) => { // expect: missing-auth-guard
  if (isProduction) console.warn('Called in production');
  res.json(await prisma.share.deleteMany({}));
});
app.post('/debug/empty', async (_req, res) => { // expect: admin-surface-unguarded
  if (process.env.NODE_ENV !== 'production') return res.json({});
  res.json(await prisma.share.deleteMany({}));
});
function isEnabled(): boolean {
  return process.env.NODE_ENV === 'development' && process.env.ALLOW_DEV_PAYMENTS === 'true';
}

const isOpen = () => process.env.ALLOW_DEV_PAYMENTS === 'true';

app.post('/simulate/plan', async (req, res) => { // ok: missing-auth-guard
  if (!isEnabled()) return res.sendStatus(404);
  await prisma.share.deleteMany({});
  res.sendStatus(204);
});

app.post('/simulate/refund', async (req, res) => { // expect: missing-auth-guard
  if (!isOpen()) return res.sendStatus(404);
  await prisma.share.deleteMany({});
  res.sendStatus(204);
});
app.listen(3000);
