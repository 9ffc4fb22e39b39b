// packages: @trpc/server@11.0.0
import { initTRPC, TRPCError } from '@trpc/server';
import { find } from './orders';

const t = initTRPC.create();

export const orders = t.router({
  one: t.procedure.query(async () => {
    try {
      const order = await find('1');
      if (!order) throw new TRPCError({ code: 'NOT_FOUND' }); // expect: control-flow-exception-swallowed(warning medium)
      return order;
    } catch (error) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
    }
  }),
  other: t.procedure.query(async () => {
    try {
      const order = await find('1');
      if (!order) throw new TRPCError({ code: 'NOT_FOUND' }); // ok: control-flow-exception-swallowed
      return order;
    } catch (error) {
      if (error instanceof TRPCError) throw error;
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
    }
  }),
});
