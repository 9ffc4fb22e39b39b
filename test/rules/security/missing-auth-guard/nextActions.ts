// file: app/projects/actions.ts
// packages: next@15.1.0, @prisma/client@6.0.0, next-auth@5.0.0
'use server';
import { PrismaClient } from '@prisma/client';
import { getServerSession } from 'next-auth';

const prisma = new PrismaClient();

export async function deleteProject(id: string) { // expect: missing-auth-guard
  await prisma.project.delete({ where: { id } });
}

export async function renameProject(id: string, name: string) { // ok: missing-auth-guard
  const session = await getServerSession();
  if (!session) throw new Error('Unauthorized');
  await prisma.project.update({ where: { id }, data: { name } });
}

async function currentUser() {
  const session = await getServerSession();
  return session?.user ?? null;
}

export async function archiveProject(id: string) { // ok: missing-auth-guard
  const user = await currentUser();
  if (!user) return { error: 'Unauthorized' };
  await prisma.project.update({ where: { id }, data: { archived: true } });
}
