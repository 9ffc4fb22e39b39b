import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();
const Change = z.object({ name: z.string() });

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('id') ?? '';
  return Response.json(await prisma.order.findUnique({ where: { id } }));
}

export async function PUT(request: Request) {
  const { name } = Change.parse(await request.json());
  const id = new URL(request.url).searchParams.get('id') ?? '';
  return Response.json(await prisma.order.update({ where: { id }, data: { name } }));
}
