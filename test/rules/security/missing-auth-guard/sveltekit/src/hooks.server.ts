// packages: @sveltejs/kit@2.70.4, drizzle-orm@0.45.0
import { error, type Handle } from '@sveltejs/kit';

export const handle: Handle = async ({ event, resolve }) => {
  if (event.route.id?.startsWith('/(app)') && !event.locals.user) error(401, 'Sign in first');
  return resolve(event);
};
