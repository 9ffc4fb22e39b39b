// packages: express@5.1.0, @prisma/client@6.0.0
import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = Router();

router.get('/orders', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch { // expect: error-not-logged
    res.status(500).json({ error: 'Internal server error' });
  }
});

export default router;
