// packages: next@15.0.0, @supabase/supabase-js@2.109.0
// file: app/api/notes/route.ts
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);

export async function GET() {
  const { data } = await supabase.from('notes').select('*').order('created_at'); // expect: unbounded-query(info high)
  //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1000 rows come at most
  return Response.json(data);
}

export async function POST() {
  const { count } = await supabase.from('notes').select('*', { count: 'exact', head: true }); // ok: unbounded-query
  const { data: shown } = await supabase.from('notes').select('*').eq('shown', true); // expect: unbounded-query(info low)
  const { data: sectors } = await supabase.from('industries').select('id, name'); // ok: unbounded-query
  const { data: fields } = await supabase.from('crm_fields').select('name'); // ok: unbounded-query
  const { data: own } = await supabase.from('notes').select('*').eq('user_id', '1'); // ok: unbounded-query
  const { data: page } = await supabase.from('notes').select('*').range(0, 19); // ok: unbounded-query
  const { data: made } = await supabase.from('notes').insert({ text: 'a' }).select(); // ok: unbounded-query
  if (!count) {
    const { data: all } = await supabase.from('notes').select('id'); // ok: unbounded-query
    console.error('nothing is counted', all?.length);
    throw new Error('no notes');
  } else {
    const { data: rest } = await supabase.from('notes').select('id'); // expect: unbounded-query
    console.log(rest);
  }
  return Response.json({ count, shown, sectors, fields, own, page, made });
}
