// file: app/cron/button.tsx
// packages: next@15.0.0, react@19.0.0
'use client';

export function Button() {
  const run = () => fetch('/api/cron', { method: 'POST', headers: { 'x-cron': process.env.NEXT_PUBLIC_CRON_SECRET! } }); // expect: server-secret-in-client(error high)
  const secret = process.env.CRON_SECRET; // ok: server-secret-in-client
  return <button onClick={() => void run().catch(() => alert(secret))}>Run</button>;
}
