// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = express();

app.post('/orders', async (req, res) => {
  const { sku, quantity = 1, email } = req.body; // expect: unvalidated-input
  res.json(await prisma.order.create({ data: { sku: sku.trim(), quantity, email } }));
});
export const known = z.string();
