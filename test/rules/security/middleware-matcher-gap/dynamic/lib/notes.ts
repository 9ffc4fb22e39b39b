import { PrismaClient } from '@prisma/client';
import { requireUser } from './auth';

const prisma = new PrismaClient();

export async function listNotes() {
  const user = await requireUser();
  return prisma.note.findMany({ where: { owner: user.id } });
}
