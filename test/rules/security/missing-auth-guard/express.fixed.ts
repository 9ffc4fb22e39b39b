import express, { Router } from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

app.get('/health', (req, res) => res.json({ ok: true }));
app.post('/api/orders', requireUser, async (req, res) => {
  // The word Authorization in a comment, requireAuth too, proves nothing.
  res.json(await prisma.order.create({ data: req.body }));
});
app.get('/api/products', async (req, res) => {
  res.json(await prisma.product.findMany({ take: 20 }));
});
app.post('/api/login', async (req, res) => {
  const user = await prisma.user.update({ where: { email: req.body.email }, data: { lastSeen: new Date() } });
  res.json({ token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET!) });
});
// gap: public — partners post leads here without an account
app.post('/api/leads', async (req, res) => {
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

app.put('/api/orders/:id', requireUser, async (req, res) => {
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: {} }));
});
app.patch('/api/orders/:id', decorate, async (req, res) => {
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: {} }));
});
app.patch('/api/baskets/:id', requireUser, decorate, async (req, res) => {
  res.json(await prisma.basket.update({ where: { id: req.params.id }, data: {} }));
});

const early = Router();
early.post('/early', requireUser, async (req, res) => {
  await prisma.item.create({ data: {} });
  res.end();
});
early.use(requireUser);
early.post('/late', async (req, res) => {
  await prisma.item.create({ data: {} });
  res.end();
});
app.use('/items', early);

app.use('/apix', requireUser);
app.post('/api-not-covered', requireUser, async (req, res) => {
  await prisma.item.create({ data: {} });
  res.end();
});

const unmounted = Router();
unmounted.post('/nowhere', async (req, res) => {
  await prisma.item.create({ data: {} });
  res.end();
});
