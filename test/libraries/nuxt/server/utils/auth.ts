// packages: nuxt@4.4.5, h3@1.15.11, nuxt-auth-utils@0.5.30, drizzle-orm@0.45.0, zod@4.0.0
import type { H3Event } from 'h3';

export async function requireMember(event: H3Event) {
  const { user } = await getUserSession(event);
  if (!user) throw createError({ statusCode: 401, statusMessage: 'Unauthorized' });
  return user;
}

export async function sessionOnly(event: H3Event) {
  const session = await getUserSession(event);
  if (!session) throw createError({ statusCode: 401 });
  return session;
}

export const defineMemberHandler = (handler: (event: H3Event) => unknown) =>
  defineEventHandler(async (event) => {
    await requireMember(event);
    return handler(event);
  });
