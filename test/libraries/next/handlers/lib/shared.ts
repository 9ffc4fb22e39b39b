import { prisma } from './db';
import { withAuth } from './session';

export async function GET() {
  return Response.json(await prisma.order.findMany());
}

export const POST = withAuth(async (request) => Response.json(await prisma.order.create({ data: await request.json() })));

export const remove = async () => Response.json(await prisma.order.deleteMany());
