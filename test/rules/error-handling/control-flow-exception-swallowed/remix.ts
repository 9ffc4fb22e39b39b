// file: app/routes/orders.$id.ts
// packages: @remix-run/node@2.15.0
import { json, redirect } from '@remix-run/node';
import { find } from '~/orders';

export async function loader({ params }) {
  try {
    const order = await find(params.id);
    if (!order) throw json({ message: 'Not found' }, { status: 404 }); // expect: control-flow-exception-swallowed(warning medium)
    if (order.moved) throw redirect('/orders'); // expect: control-flow-exception-swallowed(error high)
    if (order.mine) return redirect('/mine'); // ok: control-flow-exception-swallowed
    return json(order);
  } catch (error) {
    console.error(error);
    return json({ message: 'Failed' }, { status: 500 });
  }
}

export async function action({ params }) {
  try {
    const order = await find(params.id);
    if (!order) throw new Response('Not found', { status: 404 }); // ok: control-flow-exception-swallowed
    throw redirect('/orders'); // ok: control-flow-exception-swallowed
  } catch (error) {
    if (error instanceof Response) throw error;
    return json({ message: 'Failed' }, { status: 500 });
  }
}

export async function given({ params }) {
  try {
    throw redirect('/orders'); // ok: control-flow-exception-swallowed
  } catch (error) {
    if (error instanceof Response) return error;
    return json({ message: 'Failed' }, { status: 500 });
  }
}
