// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

const orders = express.Router();
orders.post('/import', async (req, res) => res.json(await prisma.order.createMany({ data: req.body.rows }))); // expect: inconsistent-auth-posture(error medium)
orders.use(requireUser);
orders.get('/', async (req, res) => res.json(await prisma.order.findMany())); // ok: inconsistent-auth-posture
orders.post('/', async (req, res) => res.json(await prisma.order.create({ data: req.body }))); // ok: inconsistent-auth-posture
orders.delete('/:id', async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture

app.use('/api/orders', orders);
app.listen(3000);
