import { userClient } from '@/lib/supabase';

export async function POST(request: Request) { // ok: inconsistent-auth-posture
  const supabase = await userClient();
  const { data, error } = await supabase.from('labels').insert(await request.json());
  if (error) throw error;
  return Response.json(data);
}
