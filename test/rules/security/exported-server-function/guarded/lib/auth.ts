import { getServerSession } from 'next-auth';

export async function requireUser() {
  const session = await getServerSession();
  if (!session) throw new Error('Unauthorized');
  return session.user;
}
