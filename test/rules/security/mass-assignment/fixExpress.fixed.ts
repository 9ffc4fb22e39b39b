import { PrismaClient } from '@prisma/client';
import express from 'express';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = express();

type NewOrder = { sku: string; quantity: number };

const CreateOrderBody = z.object({ sku: z.string(), quantity: z.number() });
app.post('/orders', async (req, res) => {
  const parsed = CreateOrderBody.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  const order: NewOrder = parsed.data;
  res.json(await prisma.order.create({ data: order }));
});
export const known = z.string();
