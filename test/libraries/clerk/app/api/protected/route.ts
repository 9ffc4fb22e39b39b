import { prisma } from '../../../lib/prisma';

// `middleware.ts` asks for a user on this path.
export async function POST(request: Request) {
  return Response.json(await prisma.order.create({ data: await request.json() }));
}
