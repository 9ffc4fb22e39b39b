// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.post('/api/orders/export', /* requireUser, */ async (req, res) => res.json(await prisma.order.updateMany({ data: { exported: true } }))); // expect: disabled-guard
app.delete('/api/orders/:id', // expect: disabled-guard
  // requireUser,
  async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } })),
);
