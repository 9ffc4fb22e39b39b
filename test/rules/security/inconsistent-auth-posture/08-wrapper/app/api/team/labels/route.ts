import { prisma } from '@/lib/prisma';

export async function POST(request: Request) { // expect: inconsistent-auth-posture
  return Response.json(await prisma.labels.create({ data: await request.json() }));
}
