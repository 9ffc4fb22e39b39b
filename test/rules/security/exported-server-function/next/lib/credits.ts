import 'server-only';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// No "use server": only the server imports it.
export async function creditInternal(userId: string, amount: number) { // ok: exported-server-function
  await prisma.account.update({ where: { userId }, data: { balance: { increment: amount } } });
}
