// packages: express@5.1.0, @supabase/supabase-js@2.45.0
import { createClient } from '@supabase/supabase-js';
import express from 'express';

const app = express();
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

const ofUser = <T extends { eq(column: string, value: string): T }>(query: T, id: string) => query.eq('user_id', id);

app.delete('/notes', async (req, res) => {
  const { error } = await supabase.from('notes').delete(); // expect: unfiltered-write(warning medium)
  //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ has no condition: Supabase refuses it
  res.status(error ? 500 : 204).end();
});

app.post('/notes', async (req, res) => {
  const { error } = await supabase.from('notes').update({ read: true }).match({}).select(); // expect: unfiltered-write
  res.status(error ? 500 : 204).end();
});

app.patch('/notes', async (req, res) => {
  let change = supabase.from('notes').update({ read: true }); // ok: unfiltered-write
  if (req.query.id) change = change.eq('id', String(req.query.id));
  const { error } = await change;
  const own = await ofUser(supabase.from('notes').delete(), String(req.query.user)); // ok: unfiltered-write
  await supabase.from('notes').delete().match({ id: String(req.query.id) }); // ok: unfiltered-write
  await supabase.from('notes').delete().not('archived_at', 'is', null); // ok: unfiltered-write
  await supabase.rpc('clear_notes'); // ok: unfiltered-write
  res.status(error || own.error ? 500 : 204).end();
});
