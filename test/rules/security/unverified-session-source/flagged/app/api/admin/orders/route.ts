import { PrismaClient } from '@prisma/client';
import { cookies } from 'next/headers';

const prisma = new PrismaClient();

async function isAdmin() {
  const jar = await cookies();
  return jar.get('is_admin')?.value === 'true';
}

export async function DELETE() {
  const jar = await cookies();
  const cookie = jar.get('is_admin');
  if (!cookie || cookie.value !== 'true') return Response.json({ error: 'Unauthorized' }, { status: 401 }); // expect: unverified-session-source
  await prisma.order.deleteMany({ where: { state: 'old' } });
  return new Response(null, { status: 204 });
}

export async function POST(request: Request) {
  if (!(await isAdmin())) return Response.json({ error: 'Unauthorized' }, { status: 401 }); // ok: unverified-session-source
  await prisma.order.create({ data: { name: String((await request.json()).name) } });
  return new Response(null, { status: 204 });
}
