import { prisma } from '@/lib/db';

export async function POST(request: Request) {
  return Response.json(await prisma.cart.create({ data: await request.json() }));
}

export const dynamic = 'force-dynamic';
