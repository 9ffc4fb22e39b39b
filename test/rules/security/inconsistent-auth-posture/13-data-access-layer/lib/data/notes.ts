import { prisma } from '@/lib/prisma';
import { verifySession } from '@/lib/session';

async function ownNotes() {
  const user = await verifySession();
  return { authorId: user.id };
}

export async function addNote(text: string) {
  return prisma.note.create({ data: { ...(await ownNotes()), text } });
}
