// packages: @tanstack/react-start@1.169.5, better-auth@1.4.0, zod@4.0.0, drizzle-orm@0.45.0
import { createMiddleware } from '@tanstack/react-start';
import { getRequest } from '@tanstack/react-start/server';
import { auth } from './betterAuth';

export const logged = createMiddleware({ type: 'function' }).server(async ({ next }) => {
  console.log('called');
  return next();
});

export const signedIn = createMiddleware({ type: 'function' })
  .middleware([logged])
  .server(async ({ next }) => {
    const session = await auth.api.getSession({ headers: getRequest().headers });
    if (!session) throw new Error('Unauthorized');
    return next({ context: { user: session.user } });
  });

export const maybeSignedIn = createMiddleware({ type: 'function' }).server(async ({ next }) => {
  const session = await auth.api.getSession({ headers: getRequest().headers });
  return next({ context: { user: session?.user } });
});

export const admin = createMiddleware({ type: 'function' })
  .middleware([signedIn])
  .server(async ({ next, context }) => {
    if (context.user.role !== 'admin') throw new Error('Forbidden');
    return next();
  });
