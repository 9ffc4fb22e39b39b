import { eq } from 'drizzle-orm';
import { db, sessions } from './db';

export async function sessionOf(token: string | undefined) {
  if (!token) return null;
  const [session] = await db.select().from(sessions).where(eq(sessions.id, token));
  return session ?? null;
}
