import { PrismaClient } from '@prisma/client';
import { getIronSession } from 'iron-session';
import { cookies } from 'next/headers';

const prisma = new PrismaClient();

export async function GET() {
  const session = await getIronSession<{ userId?: string }>(await cookies(), { password: process.env.SESSION_PASSWORD!, cookieName: 'shop' });
  if (!session.userId) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await prisma.order.findMany());
}
