'use server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function inDevelopment<T>(run: () => Promise<T>): Promise<T | undefined> {
  if (process.env.NODE_ENV !== 'development') return undefined;
  return run();
}

async function timed<T>(run: () => Promise<T>): Promise<T> {
  const result = await run();
  if (process.env.NODE_ENV !== 'development') return result;
  console.log('done');
  return result;
}

export async function giveCredit(userId: string, amount: number) { // ok: exported-server-function
  return inDevelopment(() => prisma.account.update({ where: { userId }, data: { balance: { increment: amount } } }));
}

export async function takeCredit(userId: string, amount: number) { // expect: exported-server-function
  return timed(() => prisma.account.update({ where: { userId }, data: { balance: { decrement: amount } } }));
}
