// packages: nuxt@4.4.5, nuxt-auth-utils@0.5.30, drizzle-orm@0.45.0
import { drizzle } from 'drizzle-orm/node-postgres';

export const db = drizzle(process.env.DATABASE_URL!);
export const notes = {} as never;

export async function requireMember(event) {
  const { user } = await getUserSession(event);
  if (!user) throw createError({ statusCode: 401 });
  return user;
}
