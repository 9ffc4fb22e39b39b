import { TRPCError } from '@trpc/server';
import { procedure, router } from './trpc';
import { store } from './store';

export const orders = router({
  make: procedure.mutation(async () => {
    try {
      return await store();
    } catch (error) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: `Failed: ${(error as Error).message}` }); // expect: error-detail-leak
    }
  }),
});
