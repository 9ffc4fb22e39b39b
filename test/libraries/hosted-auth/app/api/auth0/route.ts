import { auth0 } from '../../../lib/clients';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  const session = await auth0.getSession();
  if (!session) return new Response(null, { status: 401 });
  return Response.json(await prisma.order.findMany());
}

export const POST = auth0.withApiAuthRequired(async () => Response.json(await prisma.order.create({ data: {} })));
