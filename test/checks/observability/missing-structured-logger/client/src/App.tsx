import { useState } from 'react';

export function App() {
  const [count, setCount] = useState(0);
  console.log('render');
  console.log('render');
  console.log('render');
  console.log('render');
  return <button onClick={() => setCount(count + 1)}>{count}</button>;
}
