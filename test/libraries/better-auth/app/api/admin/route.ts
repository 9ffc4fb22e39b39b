import { auth } from '../../../lib/auth';
import { prisma } from '../../../lib/prisma';

export async function DELETE() {
  const allowed = await auth.api.userHasPermission({ body: { permissions: { order: ['delete'] } } });
  if (!allowed) return new Response(null, { status: 403 });
  await prisma.order.deleteMany();
  return new Response(null, { status: 204 });
}
