// packages: better-auth@1.3.0, next@16.0.0, @prisma/client@6.1.0
import { headers } from 'next/headers';
import { auth } from '../../../lib/auth';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await prisma.order.findMany({ where: { userId: session.user.id } }));
}
