// packages: express@4.21.0, express-promise-router@4.1.1, @prisma/client@6.0.0
import Router from 'express-promise-router';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = Router();

router.get('/orders', async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.order.findMany({ take: 20 }));
});

export default router;
