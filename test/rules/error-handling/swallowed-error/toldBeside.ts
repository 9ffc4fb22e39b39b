// file: src/accounts.ts
// packages: @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function enter(id: string) {
  try {
    await prisma.profile.update({ where: { id }, data: { seen: new Date() } });
    return { success: true };
  } catch (problem) { // ok: swallowed-error
    console.error(problem);
    return { success: true, profileProblem: problem instanceof Error ? problem.message : 'unknown' };
  }
}

export async function leave(id: string) {
  try {
    await prisma.profile.update({ where: { id }, data: { left: new Date() } });
    return { success: true };
  } catch (problem) { // expect: swallowed-error
    console.error(problem);
    return { success: true, profile: id };
  }
}
