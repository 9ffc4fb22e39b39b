'use client';
import { createBrowserClient } from '@supabase/ssr';
import { useEffect, useState } from 'react';

const supabase = createBrowserClient('https://example.supabase.co', 'public');

// In a browser everybody has only their own session.
export function Menu() {
  const [email, setEmail] = useState<string>();
  useEffect(() => {
    void supabase.auth.getSession().then(({ data }) => setEmail(data.session?.user.email)); // ok: unverified-session-source
  }, []);
  return <p>{email}</p>;
}
