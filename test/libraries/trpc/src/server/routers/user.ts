import { db } from '../context';
import { createTRPCRouter, protectedProcedure } from '../trpc';

export const userRouter = createTRPCRouter({
  me: protectedProcedure.query(({ ctx }) => db.user.findUnique({ where: { id: ctx.session.user.id } })),
  onChange: protectedProcedure.subscription(async function* () {
    yield await db.user.findMany();
  }),
});
