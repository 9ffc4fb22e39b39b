// packages: @trpc/server@11.0.0, zod@4.0.0, @prisma/client@6.0.0
import { initTRPC, TRPCError } from '@trpc/server';

const t = initTRPC.context<{ user?: { id: string; role: string } }>().create();
export const router = t.router;
export const publicProcedure = t.procedure;
export const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
