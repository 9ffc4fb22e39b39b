// file: app/login/page.tsx
// packages: next@15.0.0, react@19.0.0
import { redirect } from 'next/navigation';
import { auth } from '@/lib/auth';

export default async function Login({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  if (await auth()) redirect(next ?? '/home'); // expect: open-redirect
  if (next === '/orders') redirect(next); // ok: open-redirect
  if (next?.startsWith('/orders/')) redirect(next); // ok: open-redirect
  return <a href="/sign-in">Sign in</a>;
}
