'use client';

import { useEffect, useState } from 'react';
import type { CartItem, Product } from '@/lib/types';

export function Storefront() {
  const [products, setProducts] = useState<Product[]>([]);
  const [cart, setCart] = useState<CartItem[]>([]);

  useEffect(() => {
    fetch('/api/products')
      .then((response) => response.json())
      .then(setProducts)
      .catch(() => {});
  }, []);

  const add = (product: Product) =>
    setCart((items) => [...items, { product_id: product.id, quantity: 1, price: product.price }]);

  const checkout = async () => {
    const response = await fetch('/api/checkout', {
      method: 'POST',
      body: JSON.stringify({ items: cart, address: localStorage.getItem('address'), discount: 0 }),
    });
    const { url } = await response.json();
    window.location.href = url;
  };

  return (
    <section>
      {products.map((product) => (
        <article key={product.id}>
          <h2>{product.name}</h2>
          <div dangerouslySetInnerHTML={{ __html: product.description }} />
          <button onClick={() => add(product)}>€{product.price}</button>
        </article>
      ))}
      {cart.length > 0 && <button onClick={checkout}>Pay for {cart.length} items</button>}
    </section>
  );
}
