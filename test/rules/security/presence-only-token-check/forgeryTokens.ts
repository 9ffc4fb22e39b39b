// packages: express@4.21.0, cookie-parser@1.4.6, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

app.post('/orders', async (req, res) => { // ok: presence-only-token-check
  if (req.headers['x-csrf-token'] !== req.cookies.csrfToken) return res.status(403).end();
  await prisma.order.deleteMany({ where: { name: 'old' } });
  res.json({});
});

app.delete('/orders', async (req, res) => { // ok: presence-only-token-check
  const token = req.get('x-csrf-token');
  if (!token || token !== req.cookies['csrf_token']) return res.status(403).end();
  await prisma.order.deleteMany({ where: { name: 'old' } });
  res.json({});
});

app.put('/orders', async (req, res) => {
  if (!req.cookies.session) return res.status(403).end(); // expect: presence-only-token-check
  await prisma.order.deleteMany({ where: { name: 'old' } });
  res.json({});
});
