// file: src/routes/orders/+page.server.ts
// packages: @sveltejs/kit@1.30.0
import { fail, redirect } from '@sveltejs/kit';
import { save } from '$lib/orders';

export const actions = {
  create: async ({ request }) => {
    try {
      await save(await request.formData());
      throw redirect(303, '/orders'); // expect: control-flow-exception-swallowed
    } catch (e) {
      return fail(500, { message: 'Could not save' });
    }
  },
  // In version 1, this gives back what is to be thrown, and throws nothing.
  update: async ({ request }) => {
    try {
      await save(await request.formData());
      redirect(303, '/orders'); // ok: control-flow-exception-swallowed
    } catch (e) {
      return fail(500, { message: 'Could not save' });
    }
  },
};
