import { prisma } from '../../../../lib/prisma';

export async function GET() { // expect: missing-auth-guard
//                    ^^^ vercel.json has it called on a schedule
  await prisma.reminder.updateMany({ data: { sent: true } });
  return Response.json({ ok: true });
}
