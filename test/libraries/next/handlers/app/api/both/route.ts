import { auth } from '@/lib/auth';
import { prisma } from '@/lib/db';

export async function GET() {
  const session = await auth();
  if (!session?.user) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await prisma.order.findMany());
}

export const POST = auth(async (request) => {
  if (!request.auth) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await prisma.order.create({ data: await request.json() }));
});

export async function PUT() {
  const session = await auth();
  return Response.json(await prisma.order.findMany({ where: { userId: session?.user?.id } }));
}
