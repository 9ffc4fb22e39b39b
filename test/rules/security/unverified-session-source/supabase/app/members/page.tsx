import { redirect } from 'next/navigation';
import { createClient } from '@/lib/server';

export default async function Page() {
  const supabase = await createClient();
  const session = (await supabase.auth.getSession()).data.session; // expect: unverified-session-source(error high)
  if (!session) redirect('/login');
  const { data } = await supabase.from('notes').select('id').eq('owner', session.user.id).limit(20);
  return <p>{data?.length}</p>;
}
