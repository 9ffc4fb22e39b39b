// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express, { Router } from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

app.get('/health', (req, res) => res.json({ ok: true })); // ok: missing-auth-guard
app.post('/api/orders', async (req, res) => { // expect: missing-auth-guard
  // The word Authorization in a comment, requireAuth too, proves nothing.
  res.json(await prisma.order.create({ data: req.body }));
});
app.get('/api/products', async (req, res) => { // ok: missing-auth-guard
  res.json(await prisma.product.findMany({ take: 20 }));
});
app.post('/api/login', async (req, res) => { // ok: missing-auth-guard
  const user = await prisma.user.update({ where: { email: req.body.email }, data: { lastSeen: new Date() } });
  res.json({ token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET!) });
});
// gap: public — partners post leads here without an account
app.post('/api/leads', async (req, res) => { // ok: missing-auth-guard
  await prisma.lead.create({ data: req.body });
  res.sendStatus(201);
});

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).end();
  try {
    (req as { user?: unknown }).user = jwt.verify(token, process.env.JWT_SECRET!);
    next();
  } catch {
    res.status(401).end();
  }
}

function decorate(req: express.Request, res: express.Response, next: express.NextFunction) {
  res.setHeader('x-served-by', 'api');
  next();
}

app.put('/api/orders/:id', requireUser, async (req, res) => { // ok: missing-auth-guard
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: {} }));
});
app.patch('/api/orders/:id', decorate, async (req, res) => { // expect: inconsistent-auth-posture
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: {} }));
});
app.patch('/api/baskets/:id', decorate, async (req, res) => { // expect: missing-auth-guard
  res.json(await prisma.basket.update({ where: { id: req.params.id }, data: {} }));
});

const early = Router();
early.post('/early', async (req, res) => { // expect: missing-auth-guard
  await prisma.item.create({ data: {} });
  res.end();
});
early.use(requireUser);
early.post('/late', async (req, res) => { // ok: missing-auth-guard
  await prisma.item.create({ data: {} });
  res.end();
});
app.use('/items', early);

app.use('/apix', requireUser);
app.post('/api-not-covered', async (req, res) => { // expect: missing-auth-guard
  await prisma.item.create({ data: {} });
  res.end();
});

const unmounted = Router();
unmounted.post('/nowhere', async (req, res) => { // ok: missing-auth-guard
  await prisma.item.create({ data: {} });
  res.end();
});
