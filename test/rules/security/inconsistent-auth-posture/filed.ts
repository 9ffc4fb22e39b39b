// packages: @trpc/server@11.0.0, @prisma/client@6.0.0, zod@3.23.0
import { PrismaClient } from '@prisma/client';
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';

const db = new PrismaClient();
const t = initTRPC.context<{ user?: { id: string; role: string } }>().create();
const known = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
const moderator = t.procedure.use(({ ctx, next }) => {
  if (ctx.user?.role !== 'MODERATOR') throw new TRPCError({ code: 'FORBIDDEN' });
  return next({ ctx: { user: ctx.user } });
});
const id = z.object({ id: z.string() });

export const appRouter = t.router({
  complaints: t.router({
    createComplaint: known.input(z.object({ text: z.string() })).mutation(({ ctx, input }) => db.complaint.create({ data: { ...input, authorId: ctx.user.id } })), // ok: inconsistent-auth-posture
    assign: moderator.input(id).mutation(({ input }) => db.complaint.update({ where: input, data: { assigned: true } })),
    dismiss: moderator.input(id).mutation(({ input }) => db.complaint.update({ where: input, data: { state: 'dismissed' } })),
    uphold: moderator.input(id).mutation(({ input }) => db.complaint.update({ where: input, data: { state: 'upheld' } })),
    escalate: moderator.input(id).mutation(({ input }) => db.complaint.update({ where: input, data: { state: 'escalated' } })),
    merge: moderator.input(id).mutation(({ input }) => db.complaint.update({ where: input, data: { state: 'merged' } })),
    remove: known.input(id).mutation(({ input }) => db.complaint.delete({ where: input })), // expect: inconsistent-auth-posture
    note: moderator.input(id).mutation(({ input }) => db.complaint.update({ where: input, data: { noted: true } })),
    close: moderator.input(id).mutation(({ input }) => db.complaint.update({ where: input, data: { state: 'closed' } })),
    label: moderator.input(id).mutation(({ input }) => db.complaint.update({ where: input, data: { labelled: true } })),
  }),
});
