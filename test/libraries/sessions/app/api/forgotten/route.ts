import { PrismaClient } from '@prisma/client';
import { getIronSession } from 'iron-session';
import { cookies } from 'next/headers';

const prisma = new PrismaClient();

export async function GET() {
  const session = await getIronSession<{ visits?: number }>(await cookies(), { password: process.env.SESSION_PASSWORD!, cookieName: 'shop' });
  session.visits = (session.visits ?? 0) + 1;
  return Response.json(await prisma.order.findMany());
}
