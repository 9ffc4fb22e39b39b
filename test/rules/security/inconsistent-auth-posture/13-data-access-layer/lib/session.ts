// packages: next@15.1.0, @prisma/client@6.0.0, next-auth@5.0.0
import { getServerSession } from 'next-auth';

export async function verifySession() {
  const session = await getServerSession();
  if (!session) throw new Error('Sign in first');
  return session.user;
}
