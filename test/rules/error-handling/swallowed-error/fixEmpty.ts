// packages: express@5.1.0, @prisma/client@6.0.0
import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = Router();

router.post('/orders', async (req, res, next) => {
  try {
    res.json(await prisma.order.create({ data: {} }));
  } catch (err) {} // expect: swallowed-error
});

export default router;
