import { Router } from 'express';
import { z } from 'zod';
import { asyncHandler } from '../lib/asyncHandler.js';
import { audit } from '../lib/audit.js';
import { currentUser, requireAdmin, requireAuth } from '../lib/auth.js';
import { prisma } from '../lib/db.js';
import { notFoundError } from '../lib/errors.js';
import { idParams, pageOf, pageQuery } from '../lib/paging.js';

/** Reading the shop is public; changing it is for administrators. */
export const productsRouter = Router();

const product = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.string().max(5_000),
  priceCents: z.number().int().min(0).max(1_000_000),
  stock: z.number().int().min(0),
  imageUrl: z.url().optional(),
});

productsRouter.get(
  '/',
  asyncHandler(async (req, res) => {
    const page = pageQuery.parse(req.query);
    res.json(await prisma.product.findMany({ orderBy: { id: 'asc' }, ...pageOf(page) }));
  }),
);

productsRouter.get(
  '/:id',
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    const found = await prisma.product.findUnique({ where: { id } });
    if (!found) throw notFoundError('Product');
    res.json(found);
  }),
);

productsRouter.post(
  '/',
  requireAuth,
  requireAdmin,
  asyncHandler(async (req, res) => {
    const data = product.parse(req.body);
    const created = await prisma.$transaction(async (tx) => {
      const row = await tx.product.create({ data });
      await audit(tx, currentUser(req).id, 'product.create', row.id);
      return row;
    });
    res.status(201).json(created);
  }),
);

productsRouter.patch(
  '/:id',
  requireAuth,
  requireAdmin,
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    const data = product.partial().parse(req.body);
    const updated = await prisma.$transaction(async (tx) => {
      const row = await tx.product.update({ where: { id }, data });
      await audit(tx, currentUser(req).id, 'product.update', id);
      return row;
    });
    res.json(updated);
  }),
);

productsRouter.delete(
  '/:id',
  requireAuth,
  requireAdmin,
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    await prisma.$transaction(async (tx) => {
      await tx.product.delete({ where: { id } });
      await audit(tx, currentUser(req).id, 'product.delete', id);
    });
    res.status(204).end();
  }),
);
