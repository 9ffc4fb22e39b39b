// packages: @trpc/server@11.0.0, zod@4.0.0, @prisma/client@6.0.0
import { initTRPC, TRPCError } from '@trpc/server';

const t = initTRPC.context<{ user?: { id: string; permissions: string[] } }>().create();

export const router = t.router;
export const publicProcedure = t.procedure;

const signedIn = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});

/** For whoever is signed in and may do this. */
export const allowed = (permission: string) =>
  signedIn.use(({ ctx, next }) => {
    if (!ctx.user.permissions.includes(permission)) throw new TRPCError({ code: 'FORBIDDEN' });
    return next();
  });

/** The four that every table has. */
export const proceduresOf = (table: string) => {
  return {
    list: publicProcedure,
    add: allowed(`${table}:add`),
    remove: allowed(`${table}:remove`).use(({ next }) => next()),
    open: measured(table),
  };
};

/** Adds a measurement, and asks nobody. */
export function measured(table: string) {
  return publicProcedure.use(async ({ next }) => {
    const start = Date.now();
    const result = await next();
    console.info(table, Date.now() - start);
    return result;
  });
}

/** Asks who calls, and hands that on. */
export function asked() {
  return publicProcedure.use(({ ctx, next }) => {
    if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    return next();
  });
}

export const kept = {
  known: t.procedure.use(({ ctx, next }) => {
    if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    return next();
  }),
  timed: t.procedure.use(({ next }) => next()),
};
