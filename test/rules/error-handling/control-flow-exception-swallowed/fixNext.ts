// file: app/orders/actions.ts
// packages: next@15.1.0
'use server';
import { redirect } from 'next/navigation';
import { saveOrder } from '@/lib/orders';

export async function create(form: FormData) {
  try {
    const order = await saveOrder(form);
    redirect(`/orders/${order.id}`); // expect: control-flow-exception-swallowed
  } catch {
    // The form shows this.
    return { message: 'Failed to create order' };
  }
}
