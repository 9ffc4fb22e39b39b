// packages: @trpc/server@11.0.0, zod@4.0.0, @prisma/client@6.0.0
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const t = initTRPC.context<{ user?: { id: string } }>().create();
const publicProcedure = t.procedure;
const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
// The name promises more than it does.
const securedProcedure = t.procedure.use(({ next }) => next());

export const appRouter = t.router({
  create: publicProcedure.input(z.object({ name: z.string() })).mutation(({ input }) => prisma.note.create({ data: input })), // expect: missing-auth-guard
  rename: protectedProcedure.input(z.object({ name: z.string() })).mutation(({ input }) => prisma.note.create({ data: input })), // ok: missing-auth-guard
  remove: securedProcedure.mutation(() => prisma.note.deleteMany({})), // expect: missing-auth-guard
});
