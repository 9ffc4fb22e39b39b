import { prisma } from '../../../../lib/prisma';

export async function GET(request: Request) { // ok: missing-auth-guard
  if (request.headers.get('authorization') !== `Bearer ${process.env.CRON_SECRET}`) return new Response('Unauthorized', { status: 401 });
  await prisma.session.deleteMany();
  return Response.json({ ok: true });
}
