// packages: next@16.0.0, @prisma/client@6.0.0, bcryptjs@3.0.0
import { PrismaClient } from '@prisma/client';
import bcrypt from 'bcryptjs';

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: missing-rate-limit
  const { token, password } = await request.json();
  const found = await prisma.verificationToken.findFirst({ where: { token } });
  if (!found) return Response.json({ error: 'Not found' }, { status: 404 });
  await prisma.user.update({ where: { email: found.identifier }, data: { hash: await bcrypt.hash(password, 12) } });
  return Response.json({ ok: true });
}
