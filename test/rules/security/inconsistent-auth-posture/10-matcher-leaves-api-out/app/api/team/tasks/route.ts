import { prisma } from '@/lib/prisma';
import { requireUser } from '@/lib/auth';

export async function POST(request: Request) { // ok: inconsistent-auth-posture
  await requireUser();
  return Response.json(await prisma.tasks.create({ data: await request.json() }));
}
