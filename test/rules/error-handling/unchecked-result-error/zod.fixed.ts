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
