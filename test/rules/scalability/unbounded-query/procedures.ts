// file: src/server/routers/shelves.ts
// packages: @trpc/server@11.0.0, @prisma/client@6.0.0
import { initTRPC } from '@trpc/server';
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();
const inner = (opts: { reader: string | null }) => ({ reader: opts.reader, db });
export const createContext = async () => inner({ reader: null });

const t = initTRPC.context<typeof createContext>().create();

export const shelves = t.router({
  all: t.procedure.query(async ({ ctx }) => {
    return ctx.db.shelf.findMany(); // expect: unbounded-query
  }),
  some: t.procedure.query(({ ctx }) => ctx.db.shelf.findMany({ take: 20 })), // ok: unbounded-query
  one: t.procedure.query((opts) => opts.ctx.db.shelf.findUnique({ where: { id: 1 } })), // ok: unbounded-query
  named: t.procedure.query(({ ctx }) => ctx.names.shelf.findMany()), // ok: unbounded-query
});
