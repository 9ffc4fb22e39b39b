// file: app/api/invite/route.ts
// packages: next@15.0.0, @supabase/supabase-js@2.45.0
import { createClient } from '@supabase/supabase-js';
import { headers } from 'next/headers';

const admin = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

// The database knows the code or answers with an error.
export async function POST() { // ok: presence-only-token-check
  const code = (await headers()).get('x-invite-token');
  const { data, error: failure } = await admin.rpc('invite', { p_code: code });
  if (failure) return Response.json({ error: 'Unknown code' }, { status: 401 });
  await admin.from('invitations').insert({ guest: data.guest });
  return Response.json(data);
}

export async function PUT() {
  const token = (await headers()).get('x-invite-token');
  if (!token) return Response.json({ error: 'No token' }, { status: 401 }); // expect: presence-only-token-check
  await admin.from('invitations').insert({ state: 'open' });
  return Response.json({ ok: true });
}
