import { prisma } from '@/lib/prisma';
import { requireUser } from '@/lib/auth';

export async function POST(request: Request) {
  await requireUser();
  return Response.json(await prisma.labels.create({ data: await request.json() }));
}
