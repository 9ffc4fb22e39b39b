// file: src/components/LoginForm.tsx
// packages: next@15.0.0, react@19.0.0
'use client';
import { useRouter, useSearchParams } from 'next/navigation';

export function LoginForm() {
  const router = useRouter();
  const searchParams = useSearchParams();
  const next = searchParams.get('next') ?? '/';
  return (
    <form>
      <button onClick={() => router.push(next)}>Sign in</button> {/* expect: open-redirect(warning medium) */}
      <button onClick={() => router.replace(searchParams.get('callbackUrl') || '/home')}>Sign in</button> {/* expect: open-redirect */}
      <button onClick={() => router.push(`/projects/${searchParams.get('project')}`)}>Project</button> {/* ok: open-redirect */}
      <button onClick={() => router.push('/home')}>Home</button> {/* ok: open-redirect */}
      <button onClick={() => next.startsWith('/orders') && router.push(next)}>Orders</button> {/* ok: open-redirect */}
    </form>
  );
}
