// packages: next@16.0.0, @clerk/nextjs@7.9.0, @prisma/client@6.1.0
import { auth } from '@clerk/nextjs/server';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  const { userId } = await auth();
  if (!userId) return new Response('Unauthorized', { status: 401 });
  return Response.json(await prisma.order.findMany({ where: { userId } }));
}

export async function DELETE() {
  // Nobody looks whether there is a user.
  const { userId } = await auth();
  await prisma.order.deleteMany({ where: { userId: userId ?? undefined } });
  return new Response(null, { status: 204 });
}
