import { z } from 'zod';
import { adminProcedure } from '../admin';
import { db } from '../context';
import { createTRPCRouter, protectedProcedure, publicProcedure } from '../trpc';

export const postRouter = createTRPCRouter({
  list: publicProcedure.query(() => db.post.findMany()),
  create: protectedProcedure.input(z.object({ title: z.string() })).mutation(({ input }) => db.post.create({ data: input })),
  wipe: adminProcedure.mutation(async () => {
    await db.post.deleteMany();
  }),
  open: publicProcedure.input(z.object({ title: z.string() })).mutation(({ input }) => db.post.create({ data: input })),
  inside: publicProcedure.mutation(({ ctx }) => {
    if (!ctx.session) throw new Error('UNAUTHORIZED');
    return db.post.deleteMany();
  }),
  comments: createTRPCRouter({
    all: publicProcedure.query(() => db.comment.findMany()),
  }),
});
