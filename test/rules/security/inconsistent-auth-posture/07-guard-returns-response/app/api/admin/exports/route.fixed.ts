import { prisma } from '@/lib/prisma';
import { requireAdmin } from '@/lib/auth';

export async function POST(request: Request) {
  const denied = await requireAdmin(request);
  if (denied instanceof Response) return denied;
  return Response.json(await prisma.exports.create({ data: await request.json() }));
}
