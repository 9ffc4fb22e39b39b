// packages: express@4.21.0, @prisma/client@6.0.0
import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = Router();

router.get('/orders', async (req, res) => { // expect: unhandled-async-handler
  res.json(await prisma.order.findMany({ take: 20 }));
});

export default router;
