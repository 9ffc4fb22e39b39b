// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.use('/api', requireUser);
app.get('/api/orders', async (req, res) => res.json(await prisma.order.findMany())); // ok: inconsistent-auth-posture
app.post('/api/orders', async (req, res) => res.json(await prisma.order.create({ data: req.body }))); // ok: inconsistent-auth-posture
app.delete('/api/orders/:id', async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture
app.post('/apix/orders', async (req, res) => res.json(await prisma.order.create({ data: req.body }))); // expect: inconsistent-auth-posture
app.listen(3000);
