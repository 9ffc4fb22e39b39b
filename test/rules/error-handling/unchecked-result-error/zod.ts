// packages: zod@4.0.0
import { z } from 'zod';

const Order = z.object({ id: z.string() });

export function unlooked(body: unknown) {
  const parsed = Order.safeParse(body); // expect: unchecked-result-error
  return parsed.data!.id;
}

export function looked(body: unknown) {
  const parsed = Order.safeParse(body); // ok: unchecked-result-error
  if (!parsed.success) return undefined;
  return parsed.data.id;
}

export function taken(body: unknown) {
  const { success, data } = Order.safeParse(body); // ok: unchecked-result-error
  return success ? data.id : undefined;
}

export const isOrder = (body: unknown) => Order.safeParse(body).success; // ok: unchecked-result-error

export function throwing(body: unknown) {
  return Order.parse(body); // ok: unchecked-result-error
}

export function asked(body: unknown) {
  const parsed = Order.safeParse(body); // ok: unchecked-result-error
  if (parsed.data) return parsed.data.id;
  const { data } = Order.safeParse({ id: body }); // ok: unchecked-result-error
  if (data === undefined) return undefined;
  return Order.safeParse(body).data?.id ?? data.id; // ok: unchecked-result-error
}

export function unasked(body: unknown) {
  const { data } = Order.safeParse(body); // expect: unchecked-result-error
  return data!.id;
}
