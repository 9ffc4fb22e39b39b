// file: src/components/Poll.tsx
// packages: react@19.0.0
import { useEffect } from 'react';

export function Poll({ ids }: { ids: string[] }) {
  useEffect(() => {
    const timer = setInterval(async () => { // ok: unhandled-async-handler
      await fetch('/api/poll');
    }, 5000);
    ids.forEach(async (id) => { // ok: unhandled-async-handler
      await fetch(`/api/poll/${id}`);
    });
    return () => clearInterval(timer);
  }, [ids]);
  return null;
}
