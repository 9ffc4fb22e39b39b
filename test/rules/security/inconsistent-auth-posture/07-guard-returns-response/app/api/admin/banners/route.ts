import { prisma } from '@/lib/prisma';
import { requireAdmin } from '@/lib/auth';

export async function POST(request: Request) { // ok: inconsistent-auth-posture
  const denied = await requireAdmin(request);
  if (denied instanceof Response) return denied;
  return Response.json(await prisma.banners.create({ data: await request.json() }));
}
