import { db, sessions } from './db';

export async function sessionOf(token: string | undefined) {
  if (!token) return null;
  const [session] = await db.select().from(sessions).where(token);
  return session ?? null;
}
