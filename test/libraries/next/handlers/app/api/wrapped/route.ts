import { withAuth } from '@/lib/session';
import { prisma } from '@/lib/db';

export const GET = withAuth(async (request, { userId }) => Response.json(await prisma.order.findMany({ where: { userId } })));

async function create(request: Request) {
  return Response.json(await prisma.order.create({ data: await request.json() }));
}
export const POST = withAuth(create);
