import { cache } from 'react';
import { createHash } from 'node:crypto';
import { prisma } from './db';

const findKey = cache(async (key: string) => {
  const lookupHash = createHash('sha256').update(key).digest('hex');
  const found = await prisma.apiKey.findUnique({ where: { lookupHash } });
  if (!found) return null;
  return found;
});

async function callerOf(request: Request) {
  const key = request.headers.get('x-api-key')?.trim();
  if (!key) return { ok: false as const };
  const found = await findKey(key);
  if (!found) return { ok: false as const };
  return { ok: true as const, owner: found.ownerId };
}

interface Work {
  request: Request;
  handler: (input: { owner: string }) => Promise<Response>;
}

async function run({ request, handler }: Work): Promise<Response> {
  const caller = await callerOf(request);
  if (!caller.ok) return new Response('Unauthorized', { status: 401 });
  return handler({ owner: caller.owner });
}

/** Looks after failures around the check. */
export async function keyed(work: Work): Promise<Response> {
  try {
    return await run(work);
  } catch {
    return new Response('Failed', { status: 500 });
  }
}

/** Looks after failures and checks nothing. */
export async function plain({ handler }: Work): Promise<Response> {
  try {
    return await handler({ owner: 'nobody' });
  } catch {
    return new Response('Failed', { status: 500 });
  }
}
