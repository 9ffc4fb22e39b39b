// file: src/routes/orders/+page.server.ts
// packages: @sveltejs/kit@2.70.0
import { error, fail, isHttpError, isRedirect, redirect } from '@sveltejs/kit';
import { find, save } from '$lib/orders';

export const load = async ({ params }) => {
  try {
    const order = await find(params.id);
    if (!order) error(404, 'Not found'); // expect: control-flow-exception-swallowed(warning medium)
    return { order };
  } catch (e) {
    console.error(e);
    error(500, 'Could not load the order');
  }
};

export const actions = {
  create: async ({ request }) => {
    try {
      await save(await request.formData());
      redirect(303, '/orders'); // expect: control-flow-exception-swallowed(error high)
    } catch (e) {
      return fail(500, { message: 'Could not save' });
    }
  },
  update: async ({ request }) => {
    try {
      await save(await request.formData());
      throw redirect(303, '/orders'); // ok: control-flow-exception-swallowed
    } catch (e) {
      if (isRedirect(e) || isHttpError(e)) throw e;
      return fail(500, { message: 'Could not save' });
    }
  },
};
