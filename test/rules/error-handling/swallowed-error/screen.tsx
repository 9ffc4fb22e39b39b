// file: src/components/Orders.tsx
// packages: react@19.0.0
import { useState } from 'react';

export function Orders() {
  const [error, setError] = useState<string>();
  const load = async () => {
    try {
      await fetch('/api/orders');
    } catch (err) { // ok: swallowed-error
      setError('Orders could not be loaded');
    }
    try {
      localStorage.setItem('seen', 'yes');
    } catch {} // ok: swallowed-error
    try {
      await fetch('/api/orders', { method: 'POST' });
    } catch {} // expect: swallowed-error(warning low)
  };
  return <button onClick={load}>{error}</button>;
}
