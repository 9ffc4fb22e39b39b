import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.post('/api/orders/export', requireUser, async (req, res) => res.json(await prisma.order.updateMany({ data: { exported: true } })));
app.delete('/api/orders/:id',
  requireUser,
  async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } })),
);
