'use server';
import { redirect, unstable_rethrow } from 'next/navigation';
import { saveOrder } from '@/lib/orders';

export async function create(form: FormData) {
  try {
    const order = await saveOrder(form);
    redirect(`/orders/${order.id}`);
  } catch (err) {
    unstable_rethrow(err);
    // The form shows this.
    return { message: 'Failed to create order' };
  }
}
