'use server';
import { PrismaClient } from '@prisma/client';
import { requireUser } from '../../lib/auth';

const prisma = new PrismaClient();

export async function creditAccount(userId: string, amount: number) { // expect: exported-server-function(error medium)
  await prisma.account.update({ where: { userId }, data: { balance: { increment: amount } } });
}

/** Called from the webhook of the payment provider. */
export async function markPaid(invoice: string) { // expect: exported-server-function
  await prisma.invoice.update({ where: { id: invoice }, data: { paid: true } });
}

export async function handlePaymentWebhook(event: { id: string }) { // expect: exported-server-function
  await prisma.event.create({ data: event });
}

export async function ordersOf(userId: string) { // expect: exported-server-function(warning medium)
  return prisma.order.findMany({ where: { userId } });
}

// It asks who is calling.
export async function syncInternal(userId: string) { // ok: exported-server-function
  const user = await requireUser();
  if (user.id !== userId) throw new Error('Forbidden');
  await prisma.account.update({ where: { userId }, data: { syncedAt: new Date() } });
}

// For pages: another rule says that nobody asks who is calling.
export async function rename(id: string, name: string) { // expect: missing-auth-guard
  await prisma.invoice.update({ where: { id }, data: { name } });
}

/** Public: internal numbers of a product for its page. */
export async function sizesOf(product: string) { // ok: exported-server-function
  return prisma.size.findMany({ where: { product } });
}

// A yes or no gives little away.
export async function hasOrders(userId: string) { // ok: exported-server-function
  return (await prisma.order.count({ where: { userId } })) > 0;
}

export async function checkPlan(userId: string) { // expect: missing-auth-guard
  await prisma.account.update({ where: { userId }, data: { checkedAt: new Date() } });
}

// Not exported: nobody can call it.
async function internalRefund(userId: string) { // ok: exported-server-function
  await prisma.refund.create({ data: { userId } });
}

export async function refund() { // ok: exported-server-function
  const user = await requireUser();
  await internalRefund(user.id);
}
