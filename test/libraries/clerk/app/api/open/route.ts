import { prisma } from '../../../lib/prisma';

export async function POST(request: Request) {
  return Response.json(await prisma.order.create({ data: await request.json() }));
}
