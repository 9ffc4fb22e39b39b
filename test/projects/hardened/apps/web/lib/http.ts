import 'server-only';
import type { z } from 'zod';

/** Posts JSON and parses the answer. Throws when there is none in time, or not the agreed one. */
export async function postJson<T extends z.ZodType>(
  url: string,
  token: string,
  body: unknown,
  schema: T,
  options: { timeoutMs?: number; idempotencyKey?: string } = {},
): Promise<z.infer<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      ...(options.idempotencyKey ? { 'Idempotency-Key': options.idempotencyKey } : {}),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
  });
  if (!response.ok) throw new Error(`${new URL(url).hostname} answered ${response.status}`);
  return schema.parse(await response.json());
}
