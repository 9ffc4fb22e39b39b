import { cookies } from 'next/headers';
import { jwtVerify } from 'jose';
import { redirect } from 'next/navigation';
import { prisma } from './db';

const secret = new TextEncoder().encode(process.env.JWT_SECRET);

async function readSession() {
  const store = await cookies();
  const token = store.get('session')?.value ?? '';
  const { payload } = await jwtVerify(token, secret);
  return payload;
}

export async function verifySession() {
  const session = await readSession();
  if (!session?.sub) redirect('/login');
  return { userId: session.sub };
}

export async function listOrders() {
  const { userId } = await verifySession();
  return prisma.order.findMany({ where: { userId } });
}
