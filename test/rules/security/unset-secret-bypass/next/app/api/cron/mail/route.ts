import { PrismaClient } from '@prisma/client';
import { refuseStrangers } from '../../../../lib/cron';

const prisma = new PrismaClient();

export async function POST(request: Request) {
  const refusal = refuseStrangers(request); // expect: unset-secret-bypass
  if (refusal) return refusal;
  await prisma.draft.deleteMany({ where: { old: true } });
  return Response.json({ ok: true });
}
