import { Router } from 'express';
import { PrismaClient } from '@prisma/client';
import { logAndAnswer, note } from './failures';

const prisma = new PrismaClient();
const router = Router();

router.get('/a', async (req, res) => {
  try {
    res.json(await prisma.order.count());
  } catch (err) { // ok: error-not-logged
    logAndAnswer(err, res);
  }
});
router.get('/b', async (req, res) => {
  try {
    res.json(await prisma.order.count());
  } catch (err) { // ok: error-not-logged
    note(err);
    res.status(500).json({ error: 'Internal server error' });
  }
});
router.get('/c', async (req, res) => {
  try {
    res.json(await prisma.order.count());
  } catch (err) { // expect: error-not-logged
    res.status(500).json({ error: 'Internal server error' });
  }
});

export default router;
