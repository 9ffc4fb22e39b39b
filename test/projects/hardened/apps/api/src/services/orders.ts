import type { Order } from '@prisma/client';
import { audit } from '../lib/audit.js';
import { prisma } from '../lib/db.js';
import { AppError, notFoundError } from '../lib/errors.js';
import { cartTotalCents, type CartLine } from './cart.js';
import { createCharge, refundCharge, type Charge } from './payments.js';

export interface NewOrder {
  idempotencyKey: string;
  address: string;
  lines: CartLine[];
}

/** Places an order at our prices and takes the stock. The same key returns the order that it made the first time. */
export async function placeOrder(userId: string, { idempotencyKey, address, lines }: NewOrder): Promise<Order> {
  const known = await prisma.order.findFirst({ where: { idempotencyKey, userId } });
  if (known) return known;

  return prisma.$transaction(async (tx) => {
    const ids = lines.map((line) => line.productId);
    const products = await tx.product.findMany({
      where: { id: { in: ids } },
      select: { id: true, priceCents: true },
      take: ids.length,
    });
    const prices = new Map(products.map((product) => [product.id, product.priceCents]));
    const totalCents = cartTotalCents(lines, prices);

    const taken = await tx.$executeRaw`
      UPDATE "Product" AS p SET "stock" = p."stock" - l.quantity
      FROM unnest(${ids}::uuid[], ${lines.map((line) => line.quantity)}::int[]) AS l (id, quantity)
      WHERE p."id" = l.id AND p."stock" >= l.quantity`;
    if (taken !== lines.length) throw new AppError(409, 'Something in your cart is sold out');

    const order = await tx.order.create({
      data: {
        userId,
        idempotencyKey,
        address,
        totalCents,
        items: {
          create: lines.map(({ productId, quantity }) => ({ productId, quantity, priceCents: prices.get(productId) ?? 0 })),
        },
      },
    });
    await audit(tx, userId, 'order.create', order.id);
    return order;
  });
}

/** Starts the payment of an order of this user. The payment's webhook marks it paid. */
export async function payOrder(user: { id: string; email: string }, orderId: string): Promise<Charge> {
  const order = await prisma.order.findFirst({ where: { id: orderId, userId: user.id, status: 'new' } });
  if (!order) throw notFoundError('Order');
  const charge = await createCharge(order.totalCents, user.email, `Order ${order.id}`, `order-${order.id}`);
  await prisma.order.update({ where: { id: order.id, userId: user.id }, data: { paymentId: charge.id } });
  return charge;
}

/** Pays an order back. Only for administrators; the route checks that. */
export async function refundOrder(adminId: string, orderId: string): Promise<void> {
  const order = await prisma.order.findUnique({ where: { id: orderId }, select: { paymentId: true, status: true } });
  if (!order?.paymentId) throw notFoundError('Paid order');
  if (order.status === 'refunded') return;
  await refundCharge(order.paymentId, `refund-${orderId}`);
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { status: 'refunded' } });
    await audit(tx, adminId, 'order.refund', orderId);
  });
}
