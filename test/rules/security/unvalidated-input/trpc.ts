// packages: @trpc/server@11.0.0, @prisma/client@6.0.0, zod@4.0.0
import { PrismaClient } from '@prisma/client';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';

const prisma = new PrismaClient();
const t = initTRPC.create();

export const appRouter = t.router({
  create: t.procedure.input(z.object({ sku: z.string() })).mutation(({ input }) => prisma.order.create({ data: input })), // ok: unvalidated-input
});
