// file: src/components/AdminLogin.tsx
// packages: react@19.0.0
'use client';

import { useState } from 'react';

export function AdminLogin({ onOpen }: { onOpen: () => void }) {
  const [password, setPassword] = useState('');
  const open = () => {
    if (password === 'admin123') onOpen(); // expect: hardcoded-secret(error medium)
  };
  return (
    <form onSubmit={open}>
      <input type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
    </form>
  );
}
