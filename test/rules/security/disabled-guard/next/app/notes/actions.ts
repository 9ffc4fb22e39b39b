'use server';
import { PrismaClient } from '@prisma/client';
import { requireUser } from '../../lib/auth';

const prisma = new PrismaClient();

export async function addNote(text: string) { // expect: disabled-guard
  // const user = await requireUser();
  await prisma.note.create({ data: { text } });
}

export async function renameNote(id: string, text: string) {
  const user = await requireUser();
  await prisma.note.update({ where: { id, owner: user.id }, data: { text } }); // ok: disabled-guard
}

/**
 * Adds a tag. Call `await requireUser()` in the form that shows it, not here:
 *
 *     await requireUser();
 */
export async function tags() { // ok: disabled-guard
  return ['red', 'green'];
}
