import { jwtVerify } from 'jose';
import { cookies } from 'next/headers';

export async function requireUser() {
  const store = await cookies();
  const { payload } = await jwtVerify(store.get('session')?.value ?? '', new TextEncoder().encode(process.env.JWT_SECRET));
  return { id: String(payload.sub) };
}
