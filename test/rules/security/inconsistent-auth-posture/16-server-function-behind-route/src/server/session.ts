// packages: @tanstack/react-start@1.169.5, @tanstack/react-router@1.169.5, drizzle-orm@0.45.0, better-auth@1.4.0
import { createMiddleware } from '@tanstack/react-start';
import { getRequest } from '@tanstack/react-start/server';
import { betterAuth } from 'better-auth';

const auth = betterAuth({});

export const signedIn = createMiddleware({ type: 'function' }).server(async ({ next }) => {
  const session = await auth.api.getSession({ headers: getRequest().headers });
  if (!session) throw new Error('Unauthorized');
  return next({ context: { user: session.user } });
});
