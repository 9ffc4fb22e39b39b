import { auth } from '@/auth';
import { prisma } from '@/lib/prisma';

export async function POST(request: Request) { // ok: inconsistent-auth-posture
  const session = await auth();
  if (!session) return Response.json({ error: 'Sign in first' }, { status: 401 });
  return Response.json(await prisma.notes.create({ data: await request.json() }));
}
