import { prisma } from '@/lib/prisma';
import { verifySession } from '@/lib/session';

export async function POST(request: Request) { // ok: inconsistent-auth-posture
  await verifySession();
  return Response.json(await prisma.note.create({ data: await request.json() }));
}
