import { auth, currentUser } from '@clerk/nextjs/server';
import { prisma } from '../../../lib/prisma';

export async function POST() {
  await auth.protect({ role: 'org:admin' });
  return Response.json(await prisma.order.deleteMany());
}

export async function GET() {
  const user = await currentUser();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await prisma.order.findMany());
}
