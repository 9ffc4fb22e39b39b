// packages: @trpc/server@11.0.0, @prisma/client@6.1.0, zod@3.24.0
import { initTRPC, TRPCError } from '@trpc/server';
import type { Context } from './context';

const t = initTRPC.context<Context>().create();

const isAuthed = t.middleware(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { session: ctx.session } });
});

const timing = t.middleware(async ({ next }) => {
  const started = Date.now();
  const result = await next();
  console.info(Date.now() - started);
  return result;
});

export const createTRPCRouter = t.router;
export const mergeRouters = t.mergeRouters;
export const publicProcedure = t.procedure.use(timing);
export const protectedProcedure = publicProcedure.use(isAuthed);
