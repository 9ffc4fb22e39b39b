// file: app/boards/actions.ts
// packages: next@14.2.0, lucia@3.2.0, @prisma/client@6.0.0, react@18.3.0
'use server';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';

const prisma = new PrismaClient();
const lucia = new Lucia(adapter, { getUserAttributes: ({ email }) => ({ email }) });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}

declare global {
  interface Window {
    board?: string;
  }
}

const whoAsks = cache(async () => {
  const key = cookies().get(lucia.sessionCookieName)?.value;
  if (!key) return { user: null, session: null };
  try {
    return await lucia.validateSession(key);
  } catch {
    return { user: null, session: null };
  }
});

export async function renameBoard(id: string, name: string) { // ok: missing-auth-guard
  const { user } = await whoAsks();
  if (!user) throw new Error('Sign in first');
  await prisma.board.update({ where: { id }, data: { name } });
}

export async function dropBoard(id: string) { // expect: missing-auth-guard
  await prisma.board.delete({ where: { id } });
}
