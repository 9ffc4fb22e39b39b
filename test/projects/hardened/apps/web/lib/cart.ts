export interface CartItem {
  product_id: string;
  quantity: number;
}

export interface PricedProduct {
  id: string;
  name: string;
  price_cents: number;
}

export interface PricedItem extends CartItem {
  name: string;
  price_cents: number;
}

/** Puts our prices beside what the visitor chose, or returns undefined when a product is not for sale. */
export function priceCart(items: readonly CartItem[], products: readonly PricedProduct[]): PricedItem[] | undefined {
  const byId = new Map(products.map((product) => [product.id, product]));
  const priced: PricedItem[] = [];
  for (const item of items) {
    const product = byId.get(item.product_id);
    if (!product) return undefined;
    priced.push({ ...item, name: product.name, price_cents: product.price_cents });
  }
  return priced;
}
