// packages: @sveltejs/kit@2.70.4, drizzle-orm@0.45.0, zod@4.0.0
import { redirect, type Handle } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { sessionOf } from '$lib/server/session';

const identify: Handle = async ({ event, resolve }) => {
  event.locals.user = await sessionOf(event.cookies.get('session'));
  return resolve(event);
};

const protect: Handle = async ({ event, resolve }) => {
  if (event.url.pathname.startsWith('/admin') && !event.locals.user) redirect(303, '/login');
  return resolve(event);
};

export const handle = sequence(identify, protect);
