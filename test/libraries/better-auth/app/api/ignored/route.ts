import { auth } from '../../../lib/auth';
import { prisma } from '../../../lib/prisma';

export async function GET(request: Request) {
  const session = await auth.api.getSession({ headers: request.headers });
  return Response.json({ session, orders: await prisma.order.findMany() });
}
