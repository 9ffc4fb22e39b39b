import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';
import { orders } from './orders';

const app = express();

interface Known extends Request {
  user?: { id: string };
}

function requireAuth(req: Known, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify((req.headers.authorization ?? '').slice(7), process.env.JWT_SECRET!) as { id: string };
    next();
  } catch {
    res.status(401).json({ error: 'Who are you?' });
  }
}

app.get('/orders/:id', requireAuth, async (req: Known, res) => {
  res.json(await orders.find(req.params.id, req.user!.id));
});

app.post('/orders/:id/cancel', requireAuth, async (req: Known, res) => {
  await orders.cancel(req.params.id); // expect: missing-ownership-check(error high)
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ (prisma.order.update) changes the row of order
  res.sendStatus(204);
});

app.post('/orders/:id/cancel-own', requireAuth, async (req: Known, res) => {
  await orders.cancelOwn(req.params.id, req.user!.id); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.post('/orders/:id/cancel-found', requireAuth, async (req: Known, res) => {
  const order = await orders.find(req.params.id, req.user!.id);
  if (!order) return res.sendStatus(404);
  await orders.cancel(req.params.id); // ok: missing-ownership-check
  res.sendStatus(204);
});

// Nothing in the project asks for drafts of whoever calls: members of the staff may look through those of anybody.
app.get('/people/:userId/drafts', requireAuth, async (req: Known, res) => {
  res.json(await orders.drafts(req.params.userId));
});

app.delete('/drafts/:id', requireAuth, async (req: Known, res) => {
  await orders.drop(req.params.id); // expect: missing-ownership-check(error low)
  res.sendStatus(204);
});

app.delete('/banners/:id', requireAuth, async (req: Known, res) => {
  await orders.hide(req.params.id); // ok: missing-ownership-check
  res.sendStatus(204);
});
