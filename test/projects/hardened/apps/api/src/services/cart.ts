import { notFoundError } from '../lib/errors.js';

export interface CartLine {
  productId: string;
  quantity: number;
}

/** Sum in whole cents, from our price list. Throws a 404 for a product that is not on it. */
export function cartTotalCents(lines: readonly CartLine[], prices: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const { productId, quantity } of lines) {
    const priceCents = prices.get(productId);
    if (priceCents === undefined) throw notFoundError('Product');
    total += priceCents * quantity;
  }
  return total;
}
