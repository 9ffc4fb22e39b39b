// file: app/posts/actions.ts
// packages: next@15.0.0, next-auth@5.0.0, @prisma/client@6.0.0
'use server';
import { PrismaClient } from '@prisma/client';
import { getServerSession } from 'next-auth';

const prisma = new PrismaClient();

async function noted(what: string) {
  const session = await getServerSession();
  if (!session) throw new Error('Sign in first');
  await prisma.trail.create({ data: { what, who: session.user.id } });
}

export async function removePost(id: string) { // expect: inconsistent-auth-posture
  await prisma.post.delete({ where: { id } });
  const session = await getServerSession();
  if (!session) throw new Error('Sign in first');
}

export async function hidePost(id: string) { // expect: inconsistent-auth-posture
  await prisma.post.update({ where: { id }, data: { hidden: true } });
  await noted('hidden');
}

export async function showPost(id: string) { // ok: missing-auth-guard
  await noted('shown');
  await prisma.post.update({ where: { id }, data: { hidden: false } });
}

export async function pinPost(id: string, count: boolean) { // ok: missing-auth-guard
  if (count) await prisma.visit.create({ data: { id } });
  const session = await getServerSession();
  if (!session) throw new Error('Sign in first');
  return prisma.visit.count({ where: { id } });
}

export async function movePost(id: string) { // ok: missing-auth-guard
  await prisma.attempt.create({ data: { id } });
  const session = await getServerSession();
  if (!session) throw new Error('Sign in first');
  await prisma.post.update({ where: { id }, data: { moved: true } });
}

export async function clearPosts() { // ok: missing-auth-guard
  await prisma.post.deleteMany({ where: { owner: (await getServerSession())!.user.id } });
}
