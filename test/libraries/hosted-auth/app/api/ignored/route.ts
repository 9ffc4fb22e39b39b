import { withAuth } from '@workos-inc/authkit-nextjs';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  const { user } = await withAuth();
  return Response.json({ user, orders: await prisma.order.findMany() });
}
