// file: app/brand/actions.ts
// packages: next@15.0.0, @prisma/client@6.0.0, @clerk/nextjs@6.0.0
'use server';
import { PrismaClient } from '@prisma/client';
import { auth } from '@clerk/nextjs/server';

const prisma = new PrismaClient();

// Says nothing and gives nothing back: whoever calls it learns no more than that it failed.
export async function checkInvoices(id: string) { // ok: inconsistent-auth-posture
  const invoices = await prisma.invoice.findMany({ where: { account: id }, take: 10 });
  if (invoices.length === 0) throw new Error('Nothing was paid');
}

export async function readInvoices(id: string) { // expect: inconsistent-auth-posture
  return prisma.invoice.findMany({ where: { account: id }, take: 10 });
}

export async function saveLogo(id: string, logo: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await checkInvoices(id);
  await prisma.account.update({ where: { id }, data: { logo } });
}

export async function saveName(id: string, name: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await prisma.account.update({ where: { id }, data: { name } });
}

export async function saveColour(id: string, colour: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await prisma.account.update({ where: { id }, data: { colour } });
}

export async function dropLogo(id: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await prisma.account.update({ where: { id }, data: { logo: null } });
}
