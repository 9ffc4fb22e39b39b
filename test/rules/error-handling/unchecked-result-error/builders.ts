// packages: @supabase/supabase-js@2.45.0, express@5.1.0
import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);
const app = express();

// What is looked at is what the query gives in the end.
async function planOf(userId: string, planId?: string) {
  let query = supabase.from('plans').select('*').eq('user_id', userId); // ok: unchecked-result-error
  if (planId) {
    query = query.eq('id', planId);
  } else {
    query = query.eq('current', true);
  }
  const { data, error } = await query.maybeSingle();
  return { data, error };
}
async function stageOf(userId: string, planId?: string) {
  let query = supabase.from('plans').select('stage').eq('user_id', userId); // expect: unchecked-result-error
  if (planId) query = query.eq('id', planId);
  const { data } = await query.maybeSingle(); // expect: unchecked-result-error
  return data?.stage;
}
// The whole answer under a name of its own.
async function pageOf(from: number, stage?: string) {
  let query = supabase.from('plans').select('*', { count: 'exact' }); // ok: unchecked-result-error
  if (stage) query = query.eq('stage', stage);
  const page = await query.range(from, from + 9);
  if (page.error) throw page.error;
  return page.data;
}
async function countOf(stage: string) {
  const query = supabase.from('plans').select('id'); // expect: unchecked-result-error
  const found = await query.eq('stage', stage); // expect: unchecked-result-error
  return found.data?.length ?? 0;
}
// Added to a query that is sent later.
async function visitsOf(day: string, person?: string) {
  const query = supabase.from('visits').select('id').eq('day', day);
  if (person) {
    query.eq('person', person); // ok: unchecked-result-error
  }
  const { data, error } = await query;
  if (error) throw error;
  return data;
}
// Nothing is sent later here.
async function forget(person: string) {
  await supabase.from('visits').delete().eq('person', person); // expect: unchecked-result-error
}

app.get('/plans/:id', async (req, res) => {
  await forget(req.params.id);
  res.json([await planOf(req.params.id), await stageOf(req.params.id), await visitsOf(req.params.id), await pageOf(0), await countOf('new')]);
});
