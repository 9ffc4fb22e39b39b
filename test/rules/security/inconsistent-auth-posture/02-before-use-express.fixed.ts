import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

const orders = express.Router();
orders.post('/import', requireUser, async (req, res) => res.json(await prisma.order.createMany({ data: req.body.rows })));
orders.use(requireUser);
orders.get('/', async (req, res) => res.json(await prisma.order.findMany()));
orders.post('/', async (req, res) => res.json(await prisma.order.create({ data: req.body })));
orders.delete('/:id', async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } })));

app.use('/api/orders', orders);
app.listen(3000);
