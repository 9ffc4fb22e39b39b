// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';
import jwt from 'jsonwebtoken';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.get('/api/payments', requireUser, async (req, res) => res.json(await prisma.payment.findMany())); // ok: inconsistent-auth-posture
app.post('/api/payments', requireUser, async (req, res) => res.json(await prisma.payment.create({ data: req.body }))); // ok: inconsistent-auth-posture
app.patch('/api/payments/:id', requireUser, async (req, res) => res.json(await prisma.payment.update({ where: { id: req.params.id }, data: req.body }))); // ok: inconsistent-auth-posture
app.delete('/api/payments/:id', requireUser, async (req, res) => res.json(await prisma.payment.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture

function getUser(req) {
  try {
    return jwt.verify(req.headers.authorization?.slice(7), process.env.JWT_SECRET!);
  } catch {
    return null;
  }
}

// Guests may pay too; whoever is signed in finds the payment in their list.
app.post('/api/payments/checkout', async (req, res) => { // ok: inconsistent-auth-posture
  const user = getUser(req);
  res.json(await prisma.payment.create({ data: { ...req.body, userId: user?.id ?? null } }));
});
app.listen(3000);
