import 'server-only';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { headers } from 'next/headers';
import { env } from '@/lib/env';
import { HttpError } from '@/lib/errors';

const ratelimit = new Ratelimit({
  redis: new Redis({ url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN }),
  limiter: Ratelimit.slidingWindow(10, '1 m'),
});

/** Lets one caller through ten times a minute. Throws a 429 after that. */
export async function limit(name: string, caller?: string): Promise<void> {
  const from = caller ?? (await headers()).get('x-forwarded-for')?.split(',')[0] ?? 'unknown';
  const { success } = await ratelimit.limit(`${name}:${from}`);
  if (!success) throw new HttpError(429, 'Too many requests, please try again in a minute');
}
