// file: src/components/Login.tsx
// packages: react@19.0.0, next@15.0.0
'use client';

export function Login({ email }: { email: string }) {
  console.log('typed', email); // ok: pii-in-logs
  return <p>{email}</p>;
}
