import type { PrismaClient } from '@prisma/client';
import { Router } from 'express';

interface Dependencies {
  prisma: PrismaClient;
}

export function createInvoiceRouter({ prisma }: Dependencies): Router {
  const router = Router();
  router.get('/', async (req, res) => res.json(await prisma.invoice.findMany()));
  router.post('/', async (req, res) => res.json(await prisma.invoice.create({ data: req.body })));
  return router;
}
