// packages: next@15.0.0, payload@3.0.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import { headers } from 'next/headers';
import { getPayload } from 'payload';
import config from '@payload-config';

const prisma = new PrismaClient();

export async function GET() {
  const payload = await getPayload({ config });
  const { user } = await payload.auth({ headers: await headers() });
  if (!user) return new Response('Unauthorized', { status: 401 });
  return Response.json(await prisma.order.findMany({ where: { userId: user.id } }));
}

export async function POST(request: Request) {
  const payload = await getPayload({ config });
  // Nobody looks whether there is a user.
  const { user } = await payload.auth({ headers: request.headers });
  await prisma.order.create({ data: { userId: user?.id ?? 'guest' } });
  return new Response(null, { status: 204 });
}
