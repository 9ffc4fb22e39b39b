import { prisma } from '@/lib/prisma';
import { withAuth } from '@/lib/auth';

export const POST = withAuth(async function POST(request: Request) {
  return Response.json(await prisma.labels.create({ data: await request.json() }));
});
