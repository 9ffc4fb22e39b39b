// file: app/orders/actions.ts
// packages: next@14.2.0
'use server';
import { notFound, redirect } from 'next/navigation';
import { findOrder, saveOrder } from '@/lib/orders';

export async function create(form: FormData) {
  try {
    const order = await saveOrder(form);
    redirect(`/orders/${order.id}`); // expect: control-flow-exception-swallowed
  } catch (e) {
    console.error(e);
    return { message: 'Failed to create order' };
  }
}

export async function show(id: string) {
  try {
    const order = await findOrder(id);
    if (!order) notFound(); // expect: control-flow-exception-swallowed
    return order;
  } catch (e) {
    console.error(e);
    return undefined;
  }
}
