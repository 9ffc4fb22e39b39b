import type { z } from 'npm:zod@4.6.7';

/** Posts to another system and parses its answer. Throws when there is none in time, or not the agreed one. */
export async function post<T extends z.ZodType>(
  url: string,
  token: string,
  idempotencyKey: string,
  body: string | URLSearchParams,
  schema: T,
): Promise<z.infer<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': idempotencyKey,
      'Content-Type': typeof body === 'string' ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${new URL(url).hostname} answered ${response.status}`);
  return schema.parse(await response.json());
}
