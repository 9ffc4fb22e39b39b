// file: app/actions.ts
// packages: next@15.0.0, @prisma/client@6.0.0, zod@4.0.0
'use server';
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();
const Profile = z.object({ name: z.string() });

export async function rename(formData: FormData) { // expect: unvalidated-input(warning medium)
  await prisma.user.update({ where: { id: formData.get('id') as string }, data: { name: formData.get('name') as string } });
}
export async function save(profile: { id: string; name: string }) { // expect: mass-assignment(error high)
  await prisma.user.create({ data: profile });
}
export async function remove(id: string) { // expect: unvalidated-input(warning low)
  await prisma.user.delete({ where: { id } });
}
export async function checked(_state: unknown, formData: FormData) { // ok: unvalidated-input
  const { name } = Profile.parse(Object.fromEntries(formData));
  await prisma.user.create({ data: { name } });
}
