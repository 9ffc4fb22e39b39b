import { PrismaClient } from '@prisma/client';
import { reply } from '../../../../lib/reply';

const prisma = new PrismaClient();

export async function GET(request: Request) {
  const secret = process.env.SHUT_SECRET;
  if (!secret) {
    console.error('SHUT_SECRET is not set');
    return reply({ error: 'Forbidden' }, 403);
  }
  if (request.headers.get('authorization') !== `Bearer ${secret}`) return reply({ error: 'Forbidden' }, 403); // ok: unset-secret-bypass
  await prisma.draft.deleteMany({ where: { old: true } });
  return reply({ ok: true });
}
