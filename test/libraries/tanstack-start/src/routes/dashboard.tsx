import { createFileRoute, redirect } from '@tanstack/react-router';
import { createServerFn } from '@tanstack/react-start';
import { useState } from 'react';
import { signedIn } from '../server/auth';
import { db, notes } from '../server/db';

const remove = createServerFn({ method: 'POST' }).handler(async () => db.delete(notes));
const rename = createServerFn({ method: 'POST' })
  .middleware([signedIn])
  .handler(async () => db.update(notes).set({ text: '' }));

export const Route = createFileRoute('/dashboard')({
  beforeLoad: ({ context }) => {
    if (!context.user) throw redirect({ to: '/login' });
  },
  component: function Dashboard() {
    const [busy, setBusy] = useState(false);
    return <button disabled={busy} onClick={() => { setBusy(true); void remove(); void rename(); }}>Remove</button>;
  },
});
