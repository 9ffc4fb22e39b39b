import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = Router();

router.post('/orders', async (req, res, next) => {
  try {
    res.json(await prisma.order.create({ data: {} }));
  } catch (err) {
    console.error('POST /orders failed', err);
    return next(err);
  }
});

export default router;
