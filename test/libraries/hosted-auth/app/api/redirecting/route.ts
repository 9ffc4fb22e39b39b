import { withAuth } from '@workos-inc/authkit-nextjs';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  await withAuth({ ensureSignedIn: true });
  return Response.json(await prisma.order.findMany());
}
