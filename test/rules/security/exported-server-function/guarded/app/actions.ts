'use server';
import { PrismaClient } from '@prisma/client';
import { requireUser } from '../lib/auth';

const prisma = new PrismaClient();

export async function creditAccount(userId: string, amount: number) { // expect: exported-server-function
  await prisma.account.update({ where: { userId }, data: { balance: { increment: amount } } });
}

export async function close(id: string) { // ok: exported-server-function
  const user = await requireUser();
  await prisma.account.update({ where: { id, owner: user.id }, data: { closed: true } });
}
