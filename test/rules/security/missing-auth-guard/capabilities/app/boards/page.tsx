'use server';
import { prisma } from '../../lib/db';

// A page, and no function that a browser calls.
export const OrdersPage = async () => { // ok: missing-auth-guard
  const orders = await prisma.order.findMany({ take: 50 });
  return <p>{orders.length} orders</p>;
};
