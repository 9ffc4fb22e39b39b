import { prisma } from '@/lib/prisma';

export async function POST(request: Request) { // expect: inconsistent-auth-posture(error medium)
  return Response.json(await prisma.exports.create({ data: await request.json() }));
}
