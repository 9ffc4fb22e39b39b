// file: server/api/orders/[id].get.ts
// packages: nuxt@3.15.0, h3@1.15.0
import { createError, defineEventHandler, isError } from 'h3';
import { find } from '../../orders';

export default defineEventHandler(async (event) => {
  try {
    const order = await find(event.context.params?.id);
    if (!order) throw createError({ statusCode: 404, statusMessage: 'Not found' }); // expect: control-flow-exception-swallowed
    return order;
  } catch (error) {
    console.error(error);
    throw createError({ statusCode: 500, statusMessage: 'Failed' });
  }
});

export const other = defineEventHandler(async (event) => {
  try {
    const order = await find(event.context.params?.id);
    if (!order) throw createError({ statusCode: 404, statusMessage: 'Not found' }); // ok: control-flow-exception-swallowed
    return order;
  } catch (error: any) {
    throw createError({ statusCode: error.statusCode ?? 500, statusMessage: 'Failed' });
  }
});

export const third = defineEventHandler(async (event) => {
  try {
    const order = await find(event.context.params?.id);
    if (!order) throw createError({ statusCode: 404, statusMessage: 'Not found' }); // ok: control-flow-exception-swallowed
    return order;
  } catch (error) {
    if (isError(error)) throw error;
    throw createError({ statusCode: 500, statusMessage: 'Failed' });
  }
});
