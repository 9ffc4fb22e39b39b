import { initTRPC } from '@trpc/server';

const t = initTRPC.create({
  // The message itself stays: 'Something went wrong' is what others say.
  errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, issues: error.cause ? String(error.cause) : null } }),
});

export const router = t.router;
export const procedure = t.procedure;
