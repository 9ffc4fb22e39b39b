// file: app/orders/actions.ts
// packages: next@15.1.0, zod@4.0.0
'use server';
import { forbidden, notFound, permanentRedirect, redirect as go, unauthorized, unstable_rethrow } from 'next/navigation';
import { isRedirectError } from 'next/dist/client/components/redirect-error';
import { z } from 'zod';
import { saveOrder, findOrder, report } from '@/lib/orders';

export async function create(form: FormData) {
  try {
    const order = await saveOrder(form);
    go(`/orders/${order.id}`); // expect: control-flow-exception-swallowed(error high)
  } catch (error) {
    console.error(error);
    return { message: 'Failed to create order' };
  }
}

export async function show(id: string) {
  try {
    const order = await findOrder(id);
    if (!order) notFound(); // expect: control-flow-exception-swallowed
    return order;
  } catch {
    return null;
  }
}

export async function move(id: string) {
  try {
    if (!(await findOrder(id))) return forbidden(); // expect: control-flow-exception-swallowed
    if (id === 'old') permanentRedirect('/orders/new'); // expect: control-flow-exception-swallowed
    unauthorized(); // expect: control-flow-exception-swallowed
  } catch (error) {
    if (error instanceof z.ZodError) return { message: 'Not a number' };
    throw new Error('Failed to move the order', { cause: error });
  }
}

export async function leadsElsewhere(form: FormData) {
  try {
    await saveOrder(form);
    go('/thanks'); // expect: control-flow-exception-swallowed
    //^^^^^^^^^^^ everybody ends where failures lead
  } catch {
    go('/sorry');
  }
}

// What is thrown in a catch clause is caught by the one around it.
export async function nested(form: FormData) {
  try {
    try {
      await saveOrder(form);
      go('/thanks'); // expect: control-flow-exception-swallowed
    } catch (error) {
      throw error;
    }
  } catch (error) {
    return { message: 'Failed' };
  }
}

export async function behind(form: FormData) {
  try {
    await saveOrder(form);
  } catch (error) {
    return { message: 'Failed' };
  }
  go('/thanks'); // ok: control-flow-exception-swallowed
}

export async function passedOn(form: FormData) {
  try {
    await saveOrder(form);
    go('/thanks'); // ok: control-flow-exception-swallowed
  } catch (error) {
    unstable_rethrow(error);
    return { message: 'Failed' };
  }
}

export async function asked(form: FormData) {
  try {
    await saveOrder(form);
    go('/thanks'); // ok: control-flow-exception-swallowed
  } catch (error) {
    if (isRedirectError(error)) throw error;
    return { message: 'Failed' };
  }
}

export async function byDigest(form: FormData) {
  try {
    await saveOrder(form);
    go('/thanks'); // ok: control-flow-exception-swallowed
  } catch (caught: any) {
    const error = caught as Error & { digest?: string };
    if (error.digest?.startsWith('NEXT_REDIRECT')) throw error;
    return { message: 'Failed' };
  }
}

export async function thrownAgain(form: FormData) {
  try {
    await saveOrder(form);
    go('/thanks'); // ok: control-flow-exception-swallowed
  } catch (error) {
    if (error instanceof z.ZodError) return { message: 'Not a number' };
    throw error;
  } finally {
    console.log('done');
  }
}

export async function withoutCatch(form: FormData) {
  try {
    await saveOrder(form);
    go('/thanks'); // ok: control-flow-exception-swallowed
  } finally {
    console.log('done');
  }
}

export async function inCatch(form: FormData) {
  try {
    await saveOrder(form);
  } catch (error) {
    console.error(error);
    go('/sorry'); // ok: control-flow-exception-swallowed
  } finally {
    go('/thanks'); // ok: control-flow-exception-swallowed
  }
}

// Whoever is told that there is nothing is told so either way.
export async function alike(id: string) {
  try {
    const order = await findOrder(id);
    if (!order) notFound(); // ok: control-flow-exception-swallowed
    return order;
  } catch {
    notFound();
  }
}

export async function sameWay(form: FormData) {
  try {
    await saveOrder(form);
    go('/orders'); // ok: control-flow-exception-swallowed
  } catch (error) {
    console.error(error);
  }
  go('/orders');
}

export async function later(form: FormData) {
  try {
    await saveOrder(form);
    return { leave: () => go('/thanks') }; // ok: control-flow-exception-swallowed
  } catch (error) {
    return { message: 'Failed' };
  }
}

// What the function does with it cannot be seen.
export async function handedOn(form: FormData) {
  try {
    await saveOrder(form);
    go('/thanks'); // ok: control-flow-exception-swallowed
  } catch (error) {
    return report(error);
  }
}

// Whoever reads the mark knows of it.
export async function marked(form: FormData) {
  try {
    await saveOrder(form);
    go('/thanks'); // ok: control-flow-exception-swallowed
  } catch (error: any) {
    if (error.digest?.startsWith('NEXT_REDIRECT')) return { leave: '/thanks' };
    return { message: 'Failed' };
  }
}
