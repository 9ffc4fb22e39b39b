// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

const members = express.Router();
members.use(requireUser);
members.get('/orders', async (req, res) => res.json(await prisma.order.findMany()));
members.post('/orders', async (req, res) => res.json(await prisma.order.create({ data: req.body })));
members.delete('/orders/:id', async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } })));

// The guard of a router that is mounted earlier on the same path runs for this one too.
const reports = express.Router();
reports.post('/orders/archive', async (req, res) => res.json(await prisma.order.updateMany({ data: { archived: true } }))); // ok: inconsistent-auth-posture

app.use('/m', members);
app.use('/m', reports);
app.listen(3000);
