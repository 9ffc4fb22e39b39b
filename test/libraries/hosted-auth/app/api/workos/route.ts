import { withAuth } from '@workos-inc/authkit-nextjs';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  const { user } = await withAuth();
  if (!user) return new Response(null, { status: 401 });
  return Response.json(await prisma.order.findMany());
}
