// packages: astro@6.0.5, drizzle-orm@0.45.0, zod@4.0.0
import { defineMiddleware, sequence } from 'astro:middleware';
import { sessionOf } from './session';

const identify = defineMiddleware(async (context, next) => {
  context.locals.user = await sessionOf(context.cookies.get('session')?.value);
  return next();
});

const protect = defineMiddleware(async (context, next) => {
  if (context.url.pathname.startsWith('/api/private') && !context.locals.user) return new Response('Unauthorized', { status: 401 });
  return next();
});

export const onRequest = sequence(identify, protect);
