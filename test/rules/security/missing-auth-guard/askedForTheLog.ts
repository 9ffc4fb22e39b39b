// file: app/accounts/actions.ts
// packages: next@15.0.0, next-auth@5.0.0, @prisma/client@6.0.0, lucia@3.2.0, oslo@1.2.0
'use server';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';
import { getServerSession } from 'next-auth';
import { Argon2id } from 'oslo/password';
import { handle } from '@corner/failures';
import { adapter } from '@/lib/adapter';

const prisma = new PrismaClient();
const lucia = new Lucia(adapter);

/** Whoever is not signed in is noticed, and nothing comes of it. */
async function noted(what: string) {
  try {
    const session = await getServerSession();
    if (!session) throw new Error('Not signed in');
    await prisma.activity.create({ data: { what, who: session.user.id } });
    return { success: true };
  } catch (error) {
    console.warn('Not noted', (error as Error).message, new Date().toISOString());
    return { success: false };
  }
}

async function known() {
  try {
    const session = await getServerSession();
    if (!session) throw new Error('Not signed in');
    return session;
  } catch {
    return null;
  }
}

async function demanded() {
  try {
    const session = await getServerSession();
    if (!session) throw new Error('Not signed in');
  } catch (error) {
    console.warn('Refused', error);
    throw error;
  }
}

async function swallowed() {
  try {
    const session = await getServerSession();
    if (!session) throw new Error('Not signed in');
  } catch (error) {
    console.warn('Refused', error);
  }
}

async function handled() {
  try {
    const session = await getServerSession();
    if (!session) throw new Error('Not signed in');
  } catch (error) {
    handle(error);
  }
}

export async function confirm(form: FormData) { // ok: missing-auth-guard
  const account = await prisma.account.findUnique({ where: { email: String(form.get('email')) } });
  if (!account || !(await new Argon2id().verify(account.password, String(form.get('password'))))) return { error: 'Wrong' };
  const session = await lucia.createSession(account.id, {});
  if (!session) return { error: 'Wrong' };
  await noted('confirmed');
  return { success: true };
}

export async function rename(id: string, name: string) { // expect: missing-auth-guard
  await prisma.account.update({ where: { id }, data: { name } });
  await noted('renamed');
}

export async function renameAfter(id: string, name: string) { // expect: missing-auth-guard
  await noted('renaming');
  await prisma.account.update({ where: { id }, data: { name } });
}

export async function renameForAll(id: string, name: string) { // expect: missing-auth-guard
  await known();
  await prisma.account.update({ where: { id }, data: { name } });
}

export async function renameLogged(id: string, name: string) { // expect: missing-auth-guard
  await prisma.account.update({ where: { id }, data: { name } });
  const session = await getServerSession();
  console.info('renamed', id, session?.user.id);
}

export async function renameOwn(id: string, name: string) { // ok: missing-auth-guard
  if (!(await known())) return { error: 'Sign in first' };
  await prisma.account.update({ where: { id }, data: { name } });
}

export async function renameOnSuccess(id: string, name: string) { // ok: missing-auth-guard
  const { success } = await noted('renaming');
  if (!success) return { error: 'Sign in first' };
  await prisma.account.update({ where: { id }, data: { name } });
}

export async function renameDemanded(id: string, name: string) { // ok: missing-auth-guard
  await demanded();
  await prisma.account.update({ where: { id }, data: { name } });
}

export async function renameSwallowed(id: string, name: string) { // expect: missing-auth-guard
  await swallowed();
  await prisma.account.update({ where: { id }, data: { name } });
}

export async function renameHandled(id: string, name: string) { // ok: missing-auth-guard
  await handled();
  await prisma.account.update({ where: { id }, data: { name } });
}
