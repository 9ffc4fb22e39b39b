import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';

const TIMEOUT_MS = 10_000;
const ATTEMPTS = 3;

export class UpstreamError extends Error {
  constructor(
    readonly service: string,
    readonly status: number,
  ) {
    super(`${service} answered ${status}`);
  }
}

const isWorthRetrying = (status: number): boolean => status === 429 || status >= 500;

/**
 * Sends JSON to another system and returns its parsed answer. Tries three times, with the same idempotency key, so that the
 * other system does the work once. Throws when there is no answer within ten seconds, or an answer that is not the agreed one.
 */
export async function postJson<T extends z.ZodType>(
  service: string,
  url: string,
  request: { body: unknown; token: string; idempotencyKey: string },
  schema: T,
): Promise<z.infer<T>> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${request.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': request.idempotencyKey,
      },
      body: JSON.stringify(request.body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return schema.parse(await response.json());
    if (attempt === ATTEMPTS || !isWorthRetrying(response.status)) throw new UpstreamError(service, response.status);
    await wait(250 * 2 ** attempt);
  }
}
