// file: src/components/rates.tsx
// packages: react@19.0.0, vite@6.0.0
import { useEffect, useState } from 'react';

export function Rates() {
  const [rates, setRates] = useState<string>();
  useEffect(() => {
    fetch('https://rates.example/latest').then((response) => response.text()).then(setRates); // ok: external-call-without-timeout
  }, []);
  return <p>{rates}</p>;
}
