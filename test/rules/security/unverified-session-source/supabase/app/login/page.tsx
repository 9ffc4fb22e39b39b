import { redirect } from 'next/navigation';
import { createClient } from '@/lib/server';

// Sends on who is signed in; the query carries the token.
export default async function Page() {
  const supabase = await createClient();
  const session = (await supabase.auth.getSession()).data.session; // expect: unverified-session-source(warning low)
  if (session) {
    const { data } = await supabase.from('workspaces').select('id').eq('owner', session.user.id).single();
    redirect(`/${data?.id}`);
  }
  return <form />;
}
