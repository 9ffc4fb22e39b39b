// file: app/orders/form.tsx
// packages: next@15.1.0, react@19.0.0
'use client';
import { redirect } from 'next/navigation';
import { useRouter } from 'next/navigation';

export function OrderForm() {
  const router = useRouter();
  async function submit(form: FormData) {
    try {
      await fetch('/api/orders', { method: 'POST', body: form });
      redirect('/orders'); // expect: control-flow-exception-swallowed(warning high)
    } catch (error) {
      console.error(error);
    }
  }
  async function push(form: FormData) {
    try {
      await fetch('/api/orders', { method: 'POST', body: form });
      router.push('/orders'); // ok: control-flow-exception-swallowed
    } catch (error) {
      console.error(error);
    }
  }
  return <form action={submit} onReset={() => push(new FormData())} />;
}
