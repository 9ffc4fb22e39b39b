import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { jwtVerify } from 'jose';

export async function verifySession() {
  const token = (await cookies()).get('session')?.value;
  if (!token) redirect('/login');
  const { payload } = await jwtVerify(token, new TextEncoder().encode(process.env.SECRET));
  return { userId: String(payload.sub), role: String(payload.role) };
}
