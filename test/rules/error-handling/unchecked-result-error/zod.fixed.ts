import { z } from 'zod';

const Order = z.object({ id: z.string() });

export function unlooked(body: unknown) {
  const parsed = Order.safeParse(body);
  if (!parsed.success) throw parsed.error;
  return parsed.data!.id;
}

export function looked(body: unknown) {
  const parsed = Order.safeParse(body);
  if (!parsed.success) return undefined;
  return parsed.data.id;
}

export function taken(body: unknown) {
  const { success, data } = Order.safeParse(body);
  return success ? data.id : undefined;
}

export const isOrder = (body: unknown) => Order.safeParse(body).success;

export function throwing(body: unknown) {
  return Order.parse(body);
}

export function asked(body: unknown) {
  const parsed = Order.safeParse(body);
  if (parsed.data) return parsed.data.id;
  const { data } = Order.safeParse({ id: body });
  if (data === undefined) return undefined;
  return Order.safeParse(body).data?.id ?? data.id;
}

export function unasked(body: unknown) {
  const { data } = Order.safeParse(body);
  return data!.id;
}
