// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import { PrismaClient } from '@prisma/client';
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

const app = express();
const prisma = new PrismaClient();

interface Known extends Request {
  user?: { id: string; role: string };
}

function requireAuth(req: Known, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify((req.headers.authorization ?? '').slice(7), process.env.JWT_SECRET!) as { id: string; role: string };
    next();
  } catch {
    res.status(401).json({ error: 'Who are you?' });
  }
}

function requireAdmin(req: Known, res: Response, next: NextFunction) {
  if (req.user?.role !== 'admin') return res.status(403).json({ error: 'For administrators' });
  next();
}

app.use(requireAuth);

app.get('/reviews/mine', async (req: Known, res) => {
  res.json(await prisma.review.findMany({ where: { userId: req.user!.id } }));
});

app.post('/reviews', async (req: Known, res) => {
  const { text, userId } = req.body;
  const review = await prisma.review.create({ data: { text, userId } }); // expect: identity-from-input(error medium)
  //                                                        ^^^^^^ is what the request says (userId)
  res.status(201).json(review);
});

app.delete('/reviews', async (req: Known, res) => {
  await prisma.review.deleteMany({ where: { userId: req.query.userId as string } }); // expect: identity-from-input
  res.sendStatus(204);
});

app.post('/reviews/own', async (req: Known, res) => {
  res.json(await prisma.review.create({ data: { text: req.body.text, userId: req.user!.id } })); // ok: identity-from-input
});

app.post('/reviews/checked', async (req: Known, res) => {
  const { text, userId } = req.body;
  if (userId !== req.user!.id) return res.sendStatus(403);
  res.json(await prisma.review.create({ data: { text, userId } })); // ok: identity-from-input
});

app.post('/reviews/for', requireAdmin, async (req: Known, res) => {
  const { text, userId } = req.body;
  res.json(await prisma.review.create({ data: { text, userId } })); // ok: identity-from-input
});

// Somebody else is meant on purpose.
app.post('/reviews/assign', async (req: Known, res) => {
  const { text, assigneeId } = req.body;
  res.json(await prisma.review.create({ data: { text, userId: assigneeId } })); // ok: identity-from-input
});

app.post('/messages', async (req: Known, res) => {
  const { text, recipientId } = req.body;
  res.json(await prisma.message.create({ data: { text, senderId: req.user!.id, recipientId } })); // ok: identity-from-input
});

// What people wrote is for all to see.
app.get('/people/:userId/reviews', async (req: Known, res) => {
  res.json(await prisma.review.findMany({ where: { userId: req.params.userId } })); // ok: identity-from-input
});
