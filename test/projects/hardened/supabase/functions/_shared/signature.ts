import { createHmac, timingSafeEqual } from 'node:crypto';
import { required } from './env.ts';
import { HttpError } from './handle.ts';

const secret = required('FUNCTION_SIGNING_SECRET');

/** The body of a request that our own server signed. Throws a 401 for any other. */
export async function signedBody(req: Request): Promise<string> {
  const body = await req.text();
  const given = new TextEncoder().encode(req.headers.get('x-kiln-signature') ?? '');
  const expected = new TextEncoder().encode(createHmac('sha256', secret).update(body).digest('hex'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new HttpError(401, 'Unauthorized');
  return body;
}
