// packages: @supabase/supabase-js@2.45.0
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

// The status of an answer says as well whether it failed.
export async function save() {
  const answer = await supabase.from('orders').insert({ sku: 'a' }); // ok: unchecked-result-error
  if (answer.status !== 201) throw new Error('not saved');
}
export async function find() {
  const { data, status } = await supabase.from('orders').select().limit(5); // ok: unchecked-result-error
  if (status >= 400) throw new Error('not found');
  return data;
}
export async function count() {
  const { count: all } = await supabase.from('orders').select('*', { count: 'exact', head: true }); // expect: unchecked-result-error
  return all;
}
export async function lost() {
  const { data, status } = await supabase.from('orders').select().limit(5); // expect: unchecked-result-error
  return data;
}
// What `allSettled` gives has a status of its own.
export async function both() {
  const [orders, bids] = await Promise.allSettled([
    supabase.from('orders').select().limit(5), // expect: unchecked-result-error
    supabase.from('bids').select().limit(5), // ok: unchecked-result-error
  ]);
  if (orders.status === 'rejected' || bids.status === 'rejected') throw new Error('not found');
  if (bids.value.error) throw bids.value.error;
  return [orders.value.data, bids.value.data];
}
