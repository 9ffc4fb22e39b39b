import { stack } from '../../../lib/clients';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  await stack.getUser({ or: 'throw' });
  return Response.json(await prisma.order.findMany());
}
