// file: app/enter/add.ts
// packages: next@15.0.0, @prisma/client@6.0.0, oslo@1.2.0
'use server';
import { PrismaClient } from '@prisma/client';
import { Argon2id } from 'oslo/password';

const prisma = new PrismaClient();

export default async function signUpAction(form: FormData) { // expect: missing-rate-limit
  const hash = await new Argon2id().hash(String(form.get('password')));
  await prisma.account.create({ data: { name: String(form.get('name')), hash } });
}

export async function signInAction(form: FormData) { // expect: missing-rate-limit
  const account = await prisma.account.findUnique({ where: { name: String(form.get('name')) } });
  if (!account || !(await new Argon2id().verify(account.hash, String(form.get('password'))))) return { error: 'Wrong name or password' };
  return { id: account.id };
}
