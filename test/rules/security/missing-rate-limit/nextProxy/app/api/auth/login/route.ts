import bcrypt from 'bcryptjs';
import { hashOf } from '@/users';

export async function POST(request: Request) { // ok: missing-rate-limit
  const { email, password } = await request.json();
  return Response.json({ ok: await bcrypt.compare(password, await hashOf(email)) });
}
