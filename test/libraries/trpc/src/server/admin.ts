import { TRPCError } from '@trpc/server';
import { protectedProcedure } from './trpc';

export const adminProcedure = protectedProcedure.use(async ({ ctx, next }) => {
  if (ctx.session.user.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' });
  return next();
});
