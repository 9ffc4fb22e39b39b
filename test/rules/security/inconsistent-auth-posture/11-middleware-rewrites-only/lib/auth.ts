// packages: next@15.1.0, @prisma/client@6.0.0, jose@5.0.0
import { cookies } from 'next/headers';
import { jwtVerify } from 'jose';

export async function requireUser() {
  const token = (await cookies()).get('session')?.value;
  if (!token) throw new Error('Sign in first');
  const { payload } = await jwtVerify(token, new TextEncoder().encode(process.env.SESSION_SECRET));
  return payload.sub;
}
