import { createCookieSessionStorage, redirect } from '@remix-run/node';

export const storage = createCookieSessionStorage({ cookie: { name: '__session', secrets: [process.env.SESSION_SECRET!] } });
const KEY = 'userId';

export async function enter(request: Request, userId: string) {
  const session = await storage.getSession(request.headers.get('Cookie'));
  session.set(KEY, userId);
  return redirect('/home', { headers: { 'Set-Cookie': await storage.commitSession(session) } });
}

export async function paint(request: Request, theme: string) {
  const session = await storage.getSession(request.headers.get('Cookie'));
  session.set('theme', theme);
  return redirect('/home', { headers: { 'Set-Cookie': await storage.commitSession(session) } });
}
