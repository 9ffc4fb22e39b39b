// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

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

// A guard that was commented out is for disabled-guard to tell.
app.post('/api/payments/export', /* requireUser, */ async (req, res) => res.json(await prisma.payment.updateMany({ data: { exported: true } }))); // expect: disabled-guard
app.listen(3000);
