import { PrismaClient } from '@prisma/client';
import { visitor } from '../../../lib/visitor';

const prisma = new PrismaClient();

// Strangers are meant here: whoever is known is noted.
export async function POST() { // ok: missing-auth-guard
  const user = await visitor();
  return Response.json(await prisma.visit.create({ data: { userId: user?.id ?? null } }));
}
