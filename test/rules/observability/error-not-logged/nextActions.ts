// file: app/orders/actions.ts
// packages: next@15.1.0, @prisma/client@6.0.0
'use server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function createOrder(sku: string) {
  try {
    return { order: await prisma.order.create({ data: { sku } }) };
  } catch { // expect: error-not-logged
    return { error: 'The order could not be created' };
  }
}

export async function cancelOrder(id: string) {
  try {
    await prisma.order.delete({ where: { id } });
    return { ok: true };
  } catch (error) { // ok: error-not-logged
    console.error('cancel order', error);
    return { error: 'The order could not be cancelled' };
  }
}
