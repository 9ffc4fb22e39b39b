import bcrypt from 'bcryptjs';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // ok: missing-rate-limit
  const { email, password } = await request.json();
  const user = await prisma.user.findUnique({ where: { email } });
  const fits = user !== null && (await bcrypt.compare(password, user.digest));
  return Response.json({ fits }, { status: fits ? 200 : 401 });
}
