import { PrismaClient } from '@prisma/client';
import express from 'express';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = express();

const CreateOrderBody = z.object({
  sku: z.string(),
  quantity: z.number().int().nonnegative().optional(),
  email: z.email().optional(),
});

app.post('/orders', async (req, res) => {
  const parsed = CreateOrderBody.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  const { sku, quantity = 1, email } = parsed.data;
  res.json(await prisma.order.create({ data: { sku: sku.trim(), quantity, email } }));
});
export const known = z.string();
