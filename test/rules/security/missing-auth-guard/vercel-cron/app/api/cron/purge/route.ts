import { prisma } from '../../../../lib/prisma';

export async function GET() { // expect: missing-auth-guard(error medium)
//                    ^^^ vercel.json has it called on a schedule
  await prisma.session.deleteMany();
  return Response.json({ ok: true });
}
