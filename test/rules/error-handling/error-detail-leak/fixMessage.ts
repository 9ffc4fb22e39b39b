// packages: express@5.1.0, @prisma/client@6.0.0
import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = Router();

router.get('/orders', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) {
    res.status(500).json({ error: (err as Error).message }); // expect: error-detail-leak
  }
});

export default router;
