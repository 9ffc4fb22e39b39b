import { Router } from 'express';
import { requireAuth, presenceOnly } from '../middleware/auth';
import { prisma } from '../db';

const router = Router();

router.get('/open', async (req, res) => {
  res.json(await prisma.order.findMany());
});
router.get('/looks', presenceOnly, async (req, res) => {
  res.json(await prisma.order.findMany());
});
router.use(requireAuth);
router.get('/', async (req, res) => {
  res.json(await prisma.order.findMany());
});
router.delete('/:id', async (req, res) => {
  res.json(await prisma.order.delete({ where: { id: req.params.id } }));
});

export default router;
