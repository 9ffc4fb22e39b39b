// packages: @trpc/server@11.0.0, @prisma/client@6.0.0, zod@3.23.0
import { PrismaClient } from '@prisma/client';
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';

const prisma = new PrismaClient();
const t = initTRPC.context<{ user?: { id: string } }>().create();
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
const Post = z.object({ title: z.string() });

export const appRouter = t.router({
  described: signedIn.input(Post).mutation(({ input }) => prisma.post.create({ data: input })), // ok: mass-assignment
  member: signedIn.input(z.object({ extra: z.any() })).mutation(({ input }) => prisma.post.create({ data: { extra: input.extra } })), // ok: mass-assignment
  refined: signedIn.input(z.any().refine((value) => Post.safeParse(value).success)).mutation(({ input }) => prisma.post.create({ data: input })), // ok: mass-assignment
  kept: signedIn.input(Post.passthrough()).mutation(({ input }) => prisma.post.create({ data: input })), // expect: mass-assignment(error medium)
  fields: signedIn.input(z.record(z.string(), z.unknown())).mutation(({ input }) => prisma.post.create({ data: input })), // expect: mass-assignment(error medium)
  anything: signedIn.input(z.any()).mutation(({ input }) => prisma.post.create({ data: input })), // expect: mass-assignment(error high)
  unknown: signedIn.input(z.unknown()).mutation(({ input }) => prisma.post.create({ data: input as never })), // expect: mass-assignment(error high)
});
