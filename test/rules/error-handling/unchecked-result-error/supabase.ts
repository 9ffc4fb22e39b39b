// file: supabase/functions/orders/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

export async function ignoredWrite(id: string) {
  await supabase.from('orders').update({ paid: true }).eq('id', id); // expect: unchecked-result-error
}

export async function omittedRead(id: string) {
  const { data } = await supabase.from('orders').select('*').eq('id', id).single(); // expect: unchecked-result-error
  return data;
}

export async function unread(id: string) {
  const { data, error } = await supabase.from('orders').select('*').eq('id', id).single(); // expect: unchecked-result-error
  return data;
}

export async function memberOnly() {
  const result = await supabase.from('orders').insert({ total: 1 }); // expect: unchecked-result-error
  return result.data;
}

export async function inAll(id: string) {
  const [{ data: order }, { data: lines, error: linesError }] = await Promise.all([
    supabase.from('orders').select('*').eq('id', id).single(), // expect: unchecked-result-error
    supabase.from('lines').select('*').eq('order', id), // ok: unchecked-result-error
  ]);
  if (linesError) throw linesError;
  return { order, lines };
}

export async function then(id: string) {
  return supabase.from('orders').select('*').eq('id', id).then(({ data }) => data); // expect: unchecked-result-error
}

export async function checked(id: string) {
  const { data, error } = await supabase.from('orders').select('*').eq('id', id).single(); // ok: unchecked-result-error
  if (error) throw error;
  return data;
}

export async function renamed(id: string) {
  const { error: failure } = await supabase.from('orders').delete().eq('id', id); // ok: unchecked-result-error
  return failure === null;
}

export async function throwing(id: string) {
  await supabase.from('orders').delete().eq('id', id).throwOnError(); // ok: unchecked-result-error
  const { data } = await supabase.from('orders').select('*').throwOnError(); // ok: unchecked-result-error
  return data;
}

export function passedOn(id: string) {
  return supabase.from('orders').select('*').eq('id', id); // ok: unchecked-result-error
}

async function unwrap<T>(promise: PromiseLike<{ data: T; error: unknown }>) {
  const { data, error } = await promise;
  if (error) throw error;
  return data;
}

export async function wrapped(id: string) {
  return unwrap(supabase.from('orders').select('*').eq('id', id).single()); // ok: unchecked-result-error
}

export async function wholeResult(id: string) {
  const result = await supabase.from('orders').insert({ id }); // ok: unchecked-result-error
  if (result.error) return false;
  return result.data;
}

export async function assignedLater(id: string) {
  let response;
  response = await supabase.from('orders').insert({ id }); // ok: unchecked-result-error
  return response.error ? null : response.data;
}

export async function rpc() {
  const { data } = await supabase.rpc('close_day'); // expect: unchecked-result-error
  await supabase.storage.from('receipts').upload('a.pdf', new Blob()); // expect: unchecked-result-error
  return data;
}

export async function answeredAtOnce(id: string) {
  const { data: order } = await supabase.from('orders').select('*').eq('id', id).single(); // expect: unchecked-result-error(info)
  if (!order || order.total === 0) return new Response('No such order', { status: 404 });
  return Response.json(order);
}

export async function answeredForOthers(id: string) {
  const { data: order } = await supabase.from('orders').select('*').eq('id', id).single(); // expect: unchecked-result-error(warning)
  if (order?.total === 0) return new Response('Nothing to pay', { status: 400 });
  return Response.json(order);
}

export async function goesOn(id: string) {
  const { data: order } = await supabase.from('orders').select('*').eq('id', id).single(); // expect: unchecked-result-error(warning)
  if (!order) console.warn('no such order');
  return Response.json({ total: order?.total ?? 0 });
}

export async function answeredWrite(id: string) {
  const { data: order } = await supabase.from('orders').update({ paid: true }).eq('id', id).select().single(); // expect: unchecked-result-error(warning)
  if (!order) return new Response('No such order', { status: 404 });
  return Response.json(order);
}
