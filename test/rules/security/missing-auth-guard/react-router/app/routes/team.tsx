// packages: react-router@7.18.5, @react-router/node@7.18.5, drizzle-orm@0.45.0
import { redirect } from 'react-router';
import { sessions } from '../sessions.server';

export async function loader({ request }) {
  const session = await sessions.getSession(request.headers.get('Cookie'));
  if (!session.get('userId')) throw redirect('/login');
  return null;
}
