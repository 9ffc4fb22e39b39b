import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = Router();

router.get('/orders', async (req, res, next) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) {
    next(err);
  }
});

export default router;
