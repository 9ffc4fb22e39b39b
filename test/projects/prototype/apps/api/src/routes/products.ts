import { Router } from 'express';
import { requireAdmin, requireAuth } from '../lib/auth';
import { prisma } from '../lib/db';

export const productsRouter = Router();

productsRouter.get('/', async (_req, res) => {
  const products = await prisma.product.findMany();
  res.json(products);
});

productsRouter.get('/:id', async (req, res) => {
  const product = await prisma.product.findUnique({ where: { id: req.params.id } });
  if (!product) return res.status(404).json({ error: 'Not found' });
  res.json(product);
});

productsRouter.post('/', requireAuth, requireAdmin, async (req, res) => {
  try {
    const product = await prisma.product.create({ data: req.body });
    res.status(201).json(product);
  } catch (error: any) {
    res.status(500).json({ error: error.message });
  }
});

productsRouter.patch('/:id', requireAuth, requireAdmin, async (req, res) => {
  try {
    const product = await prisma.product.update({ where: { id: req.params.id }, data: req.body });
    res.json(product);
  } catch (error: any) {
    res.status(500).json({ error: error.message });
  }
});

productsRouter.delete('/:id', requireAuth, async (req, res) => {
  try {
    await prisma.product.delete({ where: { id: req.params.id } });
    res.json({ success: true });
  } catch (error) {
    console.error('Delete product failed', error);
    res.json({ success: true });
  }
});
