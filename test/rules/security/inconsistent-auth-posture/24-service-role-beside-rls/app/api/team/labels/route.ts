import { adminClient, userClient } from '@/lib/supabase';

export async function POST(request: Request) { // expect: inconsistent-auth-posture
  const supabase = await userClient();
  const { data, error } = await supabase.from('labels').insert(await request.json());
  if (error) throw error;
  // Row level security knows nothing of this one.
  const { error: failed } = await adminClient.from('audit').insert({ what: 'label' });
  if (failed) throw failed;
  return Response.json(data);
}
