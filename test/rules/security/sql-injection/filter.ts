// file: supabase/functions/search/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
declare function connect(): Promise<any>;
const fields = ['title', 'body'];

Deno.serve(async (req) => {
  const { query, id } = await req.json();
  const found = await admin.from('notes').select('*').or(`title.ilike.%${query}%,body.ilike.%${query}%`); // expect: sql-injection(warning medium)
  const fixed = await admin.from('notes').select('*').or('public.eq.true,shared.eq.true'); // ok: sql-injection
  const safe = await admin.from('notes').select('*').eq('id', id); // ok: sql-injection
  const listed = await admin.from('notes').select('*').or(fields.map((field) => `${field}.is.null`).join(',')); // ok: sql-injection
  const unnamed = await (await connect()).from('notes').select('*').or(`title.ilike.%${query}%`); // expect: sql-injection(warning medium)
  const promised = await (await connect()).or(`${query}`); // ok: sql-injection
  const { data: { user } } = await admin.auth.getUser(req.headers.get('authorization')!);
  const own = await admin.from('notes').select('*').eq('user_id', user!.id).or(`title.ilike.%${query}%,body.ilike.%${query}%`); // expect: sql-injection(warning low)
  const theirs = await admin.from('notes').select('*').eq('user_id', id).or(`title.ilike.%${query}%,body.ilike.%${query}%`); // expect: sql-injection(warning medium)
  const shown = await admin.from('notes').select('*').eq('state', 'open').or(`title.ilike.%${query}%,body.ilike.%${query}%`); // expect: sql-injection(warning medium)
  const words = query.replaceAll(/[\\%,().]/g, '');
  const cut = await admin.from('notes').select('*').or(`title.ilike.%${words}%,body.ilike.%${words}%`); // ok: sql-injection
  const dots = query.replace(/[.%]/g, '');
  const half = await admin.from('notes').select('*').or(`title.ilike.%${dots}%`); // expect: sql-injection(warning medium)
  return Response.json({ own, theirs, shown, cut, half, unnamed, promised, found, fixed, safe, listed });
});
