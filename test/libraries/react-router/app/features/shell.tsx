import { Outlet, redirect } from 'react-router';
import { storage } from '../lib/session.server';

async function signedIn({ request }, next) {
  const session = await storage.getSession(request.headers.get('Cookie'));
  if (!session.get('userId')) throw redirect('/login');
  return next();
}

export const middleware = [signedIn];

export default function Shell() {
  return <Outlet />;
}
