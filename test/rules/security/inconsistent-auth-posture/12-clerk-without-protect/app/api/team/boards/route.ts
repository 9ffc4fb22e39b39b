import { prisma } from '@/lib/prisma';
import { auth } from '@clerk/nextjs/server';

export async function POST(request: Request) { // ok: inconsistent-auth-posture
  const { userId } = await auth();
  if (!userId) return Response.json({ error: 'Sign in first' }, { status: 401 });
  return Response.json(await prisma.boards.create({ data: await request.json() }));
}
