import { createSafeActionClient } from 'next-safe-action';
import { verifySession } from './session';

export const actionClient = createSafeActionClient();

export const authActionClient = actionClient.use(async ({ next }) => {
  const session = await verifySession();
  return next({ ctx: { userId: session.userId, role: session.role } });
});

export const adminActionClient = authActionClient.use(async ({ next, ctx }) => {
  if (ctx.role !== 'admin') throw new Error('Forbidden');
  return next({ ctx });
});
