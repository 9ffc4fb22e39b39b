// file: app/plan/actions.ts
// packages: next@15.0.0, @prisma/client@6.0.0, @clerk/nextjs@6.0.0
'use server';
import { PrismaClient } from '@prisma/client';
import { auth } from '@clerk/nextjs/server';

const prisma = new PrismaClient();

async function planOf(id: string) {
  const known = await prisma.plan.findUnique({ where: { id } });
  if (known) return known;
  return prisma.plan.create({ data: { id, isPaid: false } });
}

// It refuses or says nothing: what is written down on the way is for itself.
export async function checkBrandPermission(id: string) { // ok: inconsistent-auth-posture, missing-auth-guard
  const plan = await planOf(id);
  if (!plan.isPaid) throw new Error('Not in this plan');
}

export async function verifyMemberList(id: string) { // expect: inconsistent-auth-posture
  const members = await prisma.member.updateMany({ where: { account: id }, data: { isKnown: true } });
  return members.count;
}

export async function storePlan(id: string) { // expect: inconsistent-auth-posture
  await prisma.account.update({ where: { id }, data: { isPaid: true } });
}

export async function saveLogo(id: string, logo: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await checkBrandPermission(id);
  await prisma.account.update({ where: { id, userId }, data: { logo } });
}

export async function saveName(id: string, name: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await checkBrandPermission(id);
  await prisma.account.update({ where: { id, userId }, data: { name } });
}

export async function saveColour(id: string, colour: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await prisma.account.update({ where: { id, userId }, data: { colour } });
}

export async function dropLogo(id: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await prisma.account.update({ where: { id, userId }, data: { logo: null } });
}

export async function dropName(id: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await prisma.account.update({ where: { id, userId }, data: { name: null } });
}

export async function dropColour(id: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await prisma.account.update({ where: { id, userId }, data: { colour: null } });
}

export async function dropAll(id: string) {
  const { userId } = await auth();
  if (!userId) throw new Error('Unauthorized');
  await prisma.account.delete({ where: { id, userId } });
}
