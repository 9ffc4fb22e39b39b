// file: app/front/actions.ts
// packages: next@15.1.0, @prisma/client@6.0.0, next-auth@5.0.0
'use server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// What the first page shows is for everybody.
export async function getLandingPageStats() { // ok: missing-auth-guard
  return { users: await prisma.user.findMany({ take: 3, orderBy: { points: 'desc' } }) };
}

export async function getUserStats() { // expect: missing-auth-guard(warning medium)
  return { users: await prisma.user.findMany({ take: 3, orderBy: { points: 'desc' } }) };
}
