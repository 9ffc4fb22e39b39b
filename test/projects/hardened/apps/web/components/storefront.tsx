'use client';

import { useEffect, useRef, useState } from 'react';
import type { CartItem } from '@/lib/cart';
import type { Product } from '@/lib/types';

const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`The shop answered ${response.status}`);
  return (await response.json()) as T;
}

export function Storefront() {
  const [products, setProducts] = useState<Product[]>([]);
  const [cart, setCart] = useState<CartItem[]>([]);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string>();
  const [paying, setPaying] = useState(false);
  const idempotencyKey = useRef<string>(undefined);

  useEffect(() => {
    const leaving = new AbortController();
    fetch('/api/products', { signal: leaving.signal })
      .then((response) => readJson<Product[]>(response))
      .then(setProducts)
      .catch((err: unknown) => {
        if (leaving.signal.aborted) return;
        console.error('loading products failed', err);
        setProblem('The shop could not be loaded. Please try again.');
      });
    return () => leaving.abort();
  }, []);

  const add = (product: Product) => {
    idempotencyKey.current = undefined;
    setCart((items) => {
      const quantity = items.find((item) => item.product_id === product.id)?.quantity ?? 0;
      const others = items.filter((item) => item.product_id !== product.id);
      return [...others, { product_id: product.id, quantity: quantity + 1 }];
    });
  };

  const checkout = async () => {
    setPaying(true);
    setProblem(undefined);
    // The same cart keeps its key, so that pressing twice orders once.
    idempotencyKey.current ??= crypto.randomUUID();
    try {
      const response = await fetch('/api/checkout', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ idempotencyKey: idempotencyKey.current, items: cart, address }),
        signal: AbortSignal.timeout(20_000),
      });
      const { url } = await readJson<{ url: string }>(response);
      window.location.assign(url);
    } catch (err) {
      console.error('checkout failed', err);
      setProblem('The payment could not be started. You have not been charged.');
      setPaying(false);
    }
  };

  return (
    <section>
      {problem && <p role="alert">{problem}</p>}
      {products.map((product) => (
        <article key={product.id}>
          <h2>{product.name}</h2>
          <p>{product.description}</p>
          <button onClick={() => add(product)}>{euros.format(product.price_cents / 100)}</button>
        </article>
      ))}
      {cart.length > 0 && (
        <>
          <label>
            Address <input value={address} onChange={(event) => setAddress(event.target.value)} />
          </label>
          <button onClick={() => void checkout()} disabled={paying}>
            Pay for {cart.length} items
          </button>
        </>
      )}
    </section>
  );
}
