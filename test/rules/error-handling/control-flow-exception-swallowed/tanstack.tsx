// file: src/routes/orders.$id.tsx
// packages: @tanstack/react-router@1.170.0, @tanstack/react-start@1.169.0, react@19.0.0
import { createFileRoute, isRedirect, notFound, redirect } from '@tanstack/react-router';
import { createServerFn } from '@tanstack/react-start';
import { find } from '../orders';

export const Route = createFileRoute('/orders/$id')({
  beforeLoad: async ({ context }) => {
    try {
      if (!context.user) throw redirect({ to: '/login' }); // expect: control-flow-exception-swallowed
    } catch (error) {
      console.error('Failed to look for the user', error);
    }
  },
  loader: async ({ params }) => {
    try {
      const order = await find(params.id);
      if (!order) throw notFound(); // expect: control-flow-exception-swallowed
      if (order.moved) throw redirect({ to: '/orders' }); // expect: control-flow-exception-swallowed
      return order;
    } catch (error) {
      return { failed: true };
    }
  },
});

export async function passes(id: string) {
  try {
    const order = await find(id);
    if (!order) throw redirect({ to: '/orders' }); // ok: control-flow-exception-swallowed
    // It gives what is to be thrown, and nobody throws it.
    return redirect({ to: '/login' }); // ok: control-flow-exception-swallowed
  } catch (error) {
    if (isRedirect(error)) throw error;
    return { failed: true };
  }
}

export const move = createServerFn({ method: 'POST' }).handler(async () => {
  try {
    await find('1');
    throw redirect({ to: '/orders' }); // expect: control-flow-exception-swallowed
  } catch {
    return { failed: true };
  }
});
