// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = express();

type NewOrder = { sku: string; quantity: number };

app.post('/orders', async (req, res) => {
  const order: NewOrder = req.body; // expect: mass-assignment
  res.json(await prisma.order.create({ data: order }));
});
export const known = z.string();
