// file: src/components/Orders.tsx
// packages: react@19.0.0
import { useState } from 'react';

export function Orders() {
  const [error, setError] = useState<string>();
  const load = async () => {
    try {
      await fetch('/api/orders');
    } catch (err) {
      setError((err as Error).message); // ok: error-detail-leak
    }
  };
  return <button onClick={load}>{error}</button>;
}
