// file: supabase/functions/profile/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

Deno.serve(async (req) => {
  const body = await req.json(); // expect: mass-assignment
  const { error } = await admin.from('profiles').upsert(body);
  return new Response(error ? 'failed' : 'ok');
});

Deno.serve(async (req) => {
  const body = await req.json(); // ok: mass-assignment
  const { error } = await admin.from('events').insert({ kind: 'web', data: body });
  await admin.from('notices').insert({ user_id: body.user, title: 'New', data: { ticket: body.ticket, ...body.more } });
  return new Response(error ? 'failed' : 'ok');
});
