import { PrismaClient } from '@prisma/client';
import { z } from 'zod';
import { adminProcedure } from './admin';
import { protectedProcedure, publicProcedure, router } from './trpc';

const prisma = new PrismaClient();
const plan = z.object({ id: z.string() });

export const plansRouter = router({
  create: adminProcedure.input(plan).mutation(({ input }) => prisma.plan.create({ data: input })),
  rename: adminProcedure.input(plan).mutation(({ input }) => prisma.plan.update({ where: input, data: {} })),
  price: adminProcedure.input(plan).mutation(({ input }) => prisma.plan.update({ where: input, data: {} })),
  archive: adminProcedure.input(plan).mutation(({ input }) => prisma.plan.update({ where: input, data: {} })),
  remove: adminProcedure.input(plan).mutation(({ input }) => prisma.plan.delete({ where: input })),
});

export const couponsRouter = router({
  create: adminProcedure.input(plan).mutation(({ input }) => prisma.coupon.create({ data: input })),
  rename: adminProcedure.input(plan).mutation(({ input }) => prisma.coupon.update({ where: input, data: {} })),
  price: adminProcedure.input(plan).mutation(({ input }) => prisma.coupon.update({ where: input, data: {} })),
  remove: adminProcedure.input(plan).mutation(({ input }) => prisma.coupon.delete({ where: input })),
});

export const appRouter = router({ plans: plansRouter, coupons: couponsRouter });
