import { Router } from 'express';
import { z } from 'zod';
import { asyncHandler } from '../lib/asyncHandler.js';
import { currentUser } from '../lib/auth.js';
import { prisma } from '../lib/db.js';
import { notFoundError } from '../lib/errors.js';
import { idParams, pageOf, pageQuery } from '../lib/paging.js';
import { paymentLimiter } from '../lib/rateLimit.js';
import { payOrder, placeOrder } from '../services/orders.js';
import { createLabel } from '../services/shipping.js';

// Mounted behind requireAuth in app.ts.
export const ordersRouter = Router();

const newOrder = z.object({
  idempotencyKey: z.uuid(),
  address: z.string().min(10).max(500),
  lines: z
    .array(z.object({ productId: z.uuid(), quantity: z.number().int().min(1).max(20) }))
    .min(1)
    .max(50)
    .refine((lines) => new Set(lines.map((line) => line.productId)).size === lines.length, 'A product is listed twice'),
});

ordersRouter.get(
  '/',
  asyncHandler(async (req, res) => {
    const page = pageQuery.parse(req.query);
    const orders = await prisma.order.findMany({
      where: { userId: currentUser(req).id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...pageOf(page),
    });
    res.json(orders);
  }),
);

ordersRouter.get(
  '/:id',
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    const order = await prisma.order.findFirst({
      where: { id, userId: currentUser(req).id },
      include: { items: true },
    });
    if (!order) throw notFoundError('Order');
    res.json(order);
  }),
);

ordersRouter.post(
  '/',
  asyncHandler(async (req, res) => {
    const body = newOrder.parse(req.body);
    const order = await placeOrder(currentUser(req).id, body);
    const label = await createLabel(order.id, order.address);
    res.status(201).json({ order, label });
  }),
);

ordersRouter.post(
  '/:id/checkout',
  paymentLimiter,
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    res.status(202).json(await payOrder(currentUser(req), id));
  }),
);
