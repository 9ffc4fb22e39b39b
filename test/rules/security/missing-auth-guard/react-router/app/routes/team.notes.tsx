import { redirect } from 'react-router';
import { db, notes, sessions } from '../sessions.server';

// The loader of the route around it runs beside, not before it.
export async function action() { // expect: missing-auth-guard
  await db.delete(notes);
  return null;
}

export async function loader({ request }) { // ok: missing-auth-guard
  const session = await sessions.getSession(request.headers.get('Cookie'));
  if (!session.has('userId')) throw redirect('/login');
  return db.insert(notes).values({});
}
