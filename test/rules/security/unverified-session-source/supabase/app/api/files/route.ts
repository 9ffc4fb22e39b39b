import { getSessionCookie } from 'better-auth/cookies';
import { createClient } from '../../../lib/server';

export async function GET(request: Request) {
  const cookie = getSessionCookie(request); // expect: unverified-session-source
  if (!cookie) return new Response('Unauthorized', { status: 401 });
  const supabase = await createClient();
  const { data, error } = await supabase.from('files').select();
  if (error) return new Response('Failed', { status: 500 });
  return Response.json(data);
}
