import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = Router();

router.get('/orders', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) {
    console.error('GET /orders failed', err);
    res.status(500).json({ error: 'Internal server error' });
  }
});

export default router;
