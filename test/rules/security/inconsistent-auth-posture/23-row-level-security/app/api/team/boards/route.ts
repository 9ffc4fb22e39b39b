import { adminClient, userClient } from '@/lib/supabase';

export async function POST(request: Request) { // ok: inconsistent-auth-posture
  const supabase = await userClient();
  const { data: { user }, error } = await supabase.auth.getUser();
  if (error || !user) return Response.json({ error: 'Sign in first' }, { status: 401 });
  const { data, error: failed } = await adminClient.from('boards').insert({ user_id: user.id });
  if (failed) throw failed;
  return Response.json(data);
}
