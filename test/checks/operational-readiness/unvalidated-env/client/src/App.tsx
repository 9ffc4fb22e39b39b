import { useState } from 'react';

export function App() {
  const [urls] = useState([import.meta.env.VITE_A!, import.meta.env.VITE_B!, import.meta.env.VITE_C!]);
  return <p>{urls}</p>;
}
