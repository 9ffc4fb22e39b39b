import { error } from '@sveltejs/kit';
import jwt from 'jsonwebtoken';

export const handle = async ({ event, resolve }) => {
  try {
    event.locals.user = jwt.verify(event.cookies.get('session') ?? '', process.env.JWT_SECRET!);
  } catch {
    error(401, 'Unauthorized');
  }
  return resolve(event);
};
