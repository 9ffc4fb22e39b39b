// file: app/api/auth/code/route.ts
// packages: next@15.0.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2, zod@4.0.0
import { cookies } from 'next/headers';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const secret = process.env.JWT_SECRET!;
const body = z.object({ email: z.string(), otp: z.string() });

async function letIn(id: string) {
  (await cookies()).set('session', jwt.sign({ sub: id }, secret), { httpOnly: true });
}

// Without a code in the body the account is found all the same.
export async function POST(request: Request) {
  const { email, otp } = await request.json();
  const user = await prisma.user.findFirstOrThrow({ where: { email, otp } }); // expect: session-without-proof
  //                                                                ^^^ Whoever leaves otp out
  (await cookies()).set('session', jwt.sign({ sub: user.id }, secret), { httpOnly: true });
  return Response.json({ ok: true });
}

export async function PUT(request: Request) {
  const { email, otp } = body.parse(await request.json());
  const user = await prisma.user.findFirstOrThrow({ where: { email, otp } }); // ok: session-without-proof
  (await cookies()).set('session', jwt.sign({ sub: user.id }, secret), { httpOnly: true });
  return Response.json({ ok: true });
}

export async function PATCH(request: Request) {
  const { email, otp } = await request.json();
  if (!otp) return Response.json({ error: 'Which code?' }, { status: 400 });
  const user = await prisma.user.findFirstOrThrow({ where: { email, otp } }); // ok: session-without-proof
  (await cookies()).set('session', jwt.sign({ sub: user.id }, secret), { httpOnly: true });
  return Response.json({ ok: true });
}

export async function DELETE(request: Request) {
  const { email, otp } = await request.json();
  const user = await prisma.user.findFirstOrThrow({ where: { email, otp: String(otp) } }); // ok: session-without-proof
  await letIn(user.id);
  return Response.json({ ok: true });
}
