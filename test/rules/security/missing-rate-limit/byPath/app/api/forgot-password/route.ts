import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // ok: missing-rate-limit
  const { email } = await request.json();
  await prisma.resetToken.create({ data: { email } });
  return Response.json({ sent: true });
}
