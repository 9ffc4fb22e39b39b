import { createHash } from 'node:crypto';
import { prisma } from '../../../lib/db';

async function forget(token: string) {
  const hashedToken = createHash('sha256').update(token).digest('hex');
  try {
    await Promise.all([prisma.emailChange.delete({ where: { hashedToken } })]);
  } catch (error) {
    console.error('the request to change an address stays', error);
  }
}

// Whoever has the mail has the token, and without it nothing is deleted.
export async function DELETE(request: Request) { // ok: missing-auth-guard
  const { token } = await request.json();
  await forget(token);
  return Response.json({ done: true });
}

export async function POST(request: Request) { // expect: missing-auth-guard
  const { email, token } = await request.json();
  await prisma.emailChange.update({ where: { email }, data: { token } });
  return Response.json({ done: true });
}

export async function PUT(request: Request) { // expect: missing-auth-guard
  const { token } = await request.json();
  await prisma.device.upsert({ where: { token }, create: { token }, update: {} });
  return Response.json({ done: true });
}
