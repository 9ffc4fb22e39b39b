import { Router } from 'express';
import { z } from 'zod';
import { asyncHandler } from '../lib/asyncHandler.js';
import { audit } from '../lib/audit.js';
import { currentUser, requireAdmin, requireAuth } from '../lib/auth.js';
import { pool, prisma } from '../lib/db.js';
import { idParams, pageOf, pageQuery } from '../lib/paging.js';
import { refundOrder } from '../services/orders.js';

export const adminRouter = Router();

// app.ts mounts it behind the same guards; here they hold wherever it is mounted.
adminRouter.use(requireAuth, requireAdmin);

const promoCode = z.strictObject({ code: z.string().regex(/^[A-Z0-9]{4,20}$/), percent: z.number().int().min(1).max(50) });
const orderQuery = pageQuery.extend({ status: z.enum(['new', 'paid', 'refunded']).optional() });

adminRouter.post(
  '/promo-codes',
  asyncHandler(async (req, res) => {
    const data = promoCode.parse(req.body);
    const promo = await prisma.$transaction(async (tx) => {
      const row = await tx.promoCode.create({ data });
      await audit(tx, currentUser(req).id, 'promo.create', row.id);
      return row;
    });
    res.status(201).json(promo);
  }),
);

adminRouter.get(
  '/users',
  asyncHandler(async (req, res) => {
    const page = pageQuery.parse(req.query);
    const users = await prisma.user.findMany({
      select: { id: true, email: true, name: true, role: true, createdAt: true },
      orderBy: { id: 'asc' },
      ...pageOf(page),
    });
    res.json(users);
  }),
);

adminRouter.delete(
  '/users/:id',
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    await prisma.$transaction(async (tx) => {
      await tx.user.delete({ where: { id } });
      await audit(tx, currentUser(req).id, 'user.delete', id);
    });
    res.status(204).end();
  }),
);

adminRouter.get(
  '/orders',
  asyncHandler(async (req, res) => {
    const { status, ...page } = orderQuery.parse(req.query);
    const orders = await prisma.order.findMany({
      where: status ? { status } : {},
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...pageOf(page),
    });
    res.json(orders);
  }),
);

adminRouter.post(
  '/orders/:id/refund',
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    await refundOrder(currentUser(req).id, id);
    res.status(204).end();
  }),
);

adminRouter.get(
  '/stats',
  asyncHandler(async (_req, res) => {
    const { rows } = await pool.query<{ orders: number; revenueCents: number }>(
      `SELECT count(*)::int AS "orders", coalesce(sum("totalCents") FILTER (WHERE "status" = 'paid'), 0)::int AS "revenueCents"
       FROM "Order" WHERE "createdAt" > now() - interval '1 year'`,
    );
    res.json(rows[0]);
  }),
);
