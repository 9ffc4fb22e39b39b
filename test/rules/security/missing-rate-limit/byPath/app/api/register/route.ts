import bcrypt from 'bcryptjs';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: missing-rate-limit
  const { email, password } = await request.json();
  await prisma.user.create({ data: { email, digest: await bcrypt.hash(password, 12) } });
  return Response.json({ made: true });
}
