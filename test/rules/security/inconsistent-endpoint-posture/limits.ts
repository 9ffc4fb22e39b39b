// packages: express@5.1.0, express-rate-limit@8.0.0, jsonwebtoken@9.0.2, @prisma/client@6.0.0
import express, { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const perUser = rateLimit({ windowMs: 60_000, limit: 20 });
function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  try {
    (req as { user?: unknown }).user = jwt.verify(req.headers.authorization?.slice(7) ?? '', process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

const orders = Router();
orders.use(requireUser);
orders.post('/', perUser, async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.order.create({ data: { title: String(req.body.title) } }));
});
orders.put('/:id', perUser, async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { title: String(req.body.title) } }));
});
orders.post('/:id/notes', perUser, async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.note.create({ data: { text: String(req.body.text) } }));
});
orders.post('/:id/labels', perUser, async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.label.create({ data: { text: String(req.body.text) } }));
});
orders.delete('/:id', async (req, res) => { // expect: inconsistent-endpoint-posture(info medium)
//^^^^^^^^^^^^^^^^^^ 4 of 6 routes under /orders limit how often they are called
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
// What merely reads is often left out on purpose.
orders.get('/:id', async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.order.findUnique({ where: { id: req.params.id } }));
});

// Half of them are no habit.
const items = Router();
items.use(requireUser);
items.post('/a', perUser, async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.item.create({ data: { text: String(req.body.text) } }));
});
items.post('/b', perUser, async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.itemB.create({ data: { text: String(req.body.text) } }));
});
items.post('/c', perUser, async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.itemC.create({ data: { text: String(req.body.text) } }));
});
items.post('/d', async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.itemD.create({ data: { text: String(req.body.text) } }));
});
items.post('/e', async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.itemE.create({ data: { text: String(req.body.text) } }));
});

// Reading leaves a mark here, and is reading all the same.
const pages = Router();
pages.use(requireUser);
pages.post('/a', perUser, async (req, res) => res.json(await prisma.pageA.create({ data: { text: String(req.body.text) } }))); // ok: inconsistent-endpoint-posture
pages.post('/b', perUser, async (req, res) => res.json(await prisma.pageB.create({ data: { text: String(req.body.text) } }))); // ok: inconsistent-endpoint-posture
pages.post('/c', perUser, async (req, res) => res.json(await prisma.pageC.create({ data: { text: String(req.body.text) } }))); // ok: inconsistent-endpoint-posture
pages.post('/d', perUser, async (req, res) => res.json(await prisma.pageD.create({ data: { text: String(req.body.text) } }))); // ok: inconsistent-endpoint-posture
pages.get('/:id', async (req, res) => res.json(await prisma.page.update({ where: { id: req.params.id }, data: { seen: true } }))); // ok: inconsistent-endpoint-posture

const app = express();
app.use('/orders', orders);
app.use('/items', items);
app.use('/pages', pages);
