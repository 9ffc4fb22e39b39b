'use server';
import { notFound, redirect } from 'next/navigation';
import { findOrder, saveOrder } from '@/lib/orders';
import { isRedirectError } from 'next/dist/client/components/redirect';
import { isNotFoundError } from 'next/dist/client/components/not-found';

export async function create(form: FormData) {
  try {
    const order = await saveOrder(form);
    redirect(`/orders/${order.id}`);
  } catch (e) {
    if (isRedirectError(e)) throw e;
    console.error(e);
    return { message: 'Failed to create order' };
  }
}

export async function show(id: string) {
  try {
    const order = await findOrder(id);
    if (!order) notFound();
    return order;
  } catch (e) {
    if (isNotFoundError(e)) throw e;
    console.error(e);
    return undefined;
  }
}
