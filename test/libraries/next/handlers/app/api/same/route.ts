import { prisma } from '@/lib/db';

async function handler(request: Request) {
  return Response.json(await prisma.order.findMany());
}

export { handler as GET, handler as POST };
