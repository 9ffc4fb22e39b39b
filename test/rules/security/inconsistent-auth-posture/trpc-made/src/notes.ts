import { PrismaClient } from '@prisma/client';
import { z } from 'zod';
import { allowed, asked, kept, measured, proceduresOf, router } from './trpc';

const prisma = new PrismaClient();
const named = z.object({ name: z.string() });
const p = proceduresOf('note');

export const notesRouter = router({
  add: p.add.input(named).mutation(({ input }) => prisma.note.create({ data: input })), // ok: inconsistent-auth-posture
  remove: p.remove.input(named).mutation(({ input }) => prisma.note.deleteMany({ where: input })), // ok: inconsistent-auth-posture
  open: p.open.input(named).mutation(({ input }) => prisma.note.create({ data: input })), // expect: inconsistent-auth-posture
  rename: allowed('note:rename').input(named).mutation(({ input }) => prisma.note.create({ data: input })), // ok: inconsistent-auth-posture
  copy: asked().input(named).mutation(({ input }) => prisma.note.create({ data: input })), // ok: inconsistent-auth-posture
  count: measured('note').input(named).mutation(({ input }) => prisma.note.create({ data: input })), // expect: inconsistent-auth-posture
  keep: kept.known.input(named).mutation(({ input }) => prisma.note.create({ data: input })), // ok: inconsistent-auth-posture
  time: kept.timed.input(named).mutation(({ input }) => prisma.note.create({ data: input })), // expect: inconsistent-auth-posture
});
