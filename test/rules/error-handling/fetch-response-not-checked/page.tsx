// file: src/components/Rates.tsx
// packages: react@19.0.0
import { useEffect, useState } from 'react';

// Who sits in front of it sees that nothing came.
export function Rates() {
  const [rates, setRates] = useState([]);
  useEffect(() => {
    fetch('/api/rates') // ok: fetch-response-not-checked
      .then((response) => response.json())
      .then((data) => setRates(data));
  }, []);
  return <ul>{rates.map((rate) => <li key={rate}>{rate}</li>)}</ul>;
}
