import { redirect } from 'react-router';
import { sessions } from '../sessions.server';

async function signedIn({ request }, next) {
  const session = await sessions.getSession(request.headers.get('Cookie'));
  if (!session.get('userId')) throw redirect('/login');
  return next();
}

export const middleware = [signedIn];
