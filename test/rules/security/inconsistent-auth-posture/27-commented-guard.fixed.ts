import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.get('/api/payments', requireUser, async (req, res) => res.json(await prisma.payment.findMany()));
app.post('/api/payments', requireUser, async (req, res) => res.json(await prisma.payment.create({ data: req.body })));
app.patch('/api/payments/:id', requireUser, async (req, res) => res.json(await prisma.payment.update({ where: { id: req.params.id }, data: req.body })));
app.delete('/api/payments/:id', requireUser, async (req, res) => res.json(await prisma.payment.delete({ where: { id: req.params.id } })));

app.post('/api/payments/export', /* requireUser, */ requireUser, async (req, res) => res.json(await prisma.payment.updateMany({ data: { exported: true } })));
app.listen(3000);
