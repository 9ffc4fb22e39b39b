import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function DELETE(request: Request) { // expect: missing-auth-guard
  const { id } = await request.json();
  return Response.json(await prisma.order.delete({ where: { id: String(id) } }));
}
