import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function GET(request: Request) {
  const secret = process.env.CRON_SECRET;
  if (secret && request.headers.get('authorization') !== `Bearer ${secret}`) return new Response('Unauthorized', { status: 401 }); // expect: unset-secret-bypass
  await prisma.draft.deleteMany({ where: { old: true } });
  return Response.json({ ok: true });
}
