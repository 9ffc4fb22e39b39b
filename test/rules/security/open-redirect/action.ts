// file: app/actions.ts
// packages: next@15.0.0
'use server';
import { redirect } from 'next/navigation';

// Only whoever calls the action is sent there.
export async function leave(path: string) {
  redirect(path); // ok: open-redirect
}

export async function signIn(form: FormData) {
  const next = form.get('next') as string;
  redirect(next); // expect: open-redirect
}

export async function save(form: FormData) {
  redirect(`/orders/${form.get('order')}`); // ok: open-redirect
}
