import { createClient } from 'npm:@supabase/supabase-js@2';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

export async function ignoredWrite(id: string) {
  const { error } = await supabase.from('orders').update({ paid: true }).eq('id', id);
  if (error) throw error;
}

export async function omittedRead(id: string) {
  const { data, error } = await supabase.from('orders').select('*').eq('id', id).single();
  if (error) throw error;
  return data;
}

export async function unread(id: string) {
  const { data, error } = await supabase.from('orders').select('*').eq('id', id).single();
  if (error) throw error;
  return data;
}

export async function memberOnly() {
  const result = await supabase.from('orders').insert({ total: 1 });
  if (result.error) throw result.error;
  return result.data;
}

export async function inAll(id: string) {
  const [{ data: order, error }, { data: lines, error: linesError }] = await Promise.all([
    supabase.from('orders').select('*').eq('id', id).single(),
    supabase.from('lines').select('*').eq('order', id),
  ]);
  if (error) throw error;
  if (linesError) throw linesError;
  return { order, lines };
}

export async function then(id: string) {
  return supabase.from('orders').select('*').eq('id', id).throwOnError().then(({ data }) => data);
}

export async function checked(id: string) {
  const { data, error } = await supabase.from('orders').select('*').eq('id', id).single();
  if (error) throw error;
  return data;
}

export async function renamed(id: string) {
  const { error: failure } = await supabase.from('orders').delete().eq('id', id);
  return failure === null;
}

export async function throwing(id: string) {
  await supabase.from('orders').delete().eq('id', id).throwOnError();
  const { data } = await supabase.from('orders').select('*').throwOnError();
  return data;
}

export function passedOn(id: string) {
  return supabase.from('orders').select('*').eq('id', id);
}

async function unwrap<T>(promise: PromiseLike<{ data: T; error: unknown }>) {
  const { data, error } = await promise;
  if (error) throw error;
  return data;
}

export async function wrapped(id: string) {
  return unwrap(supabase.from('orders').select('*').eq('id', id).single());
}

export async function wholeResult(id: string) {
  const result = await supabase.from('orders').insert({ id });
  if (result.error) return false;
  return result.data;
}

export async function assignedLater(id: string) {
  let response;
  response = await supabase.from('orders').insert({ id });
  return response.error ? null : response.data;
}

export async function rpc() {
  const { data, error } = await supabase.rpc('close_day');
  if (error) throw error;
  const { error: receiptsError } = await supabase.storage.from('receipts').upload('a.pdf', new Blob());
  if (receiptsError) throw receiptsError;
  return data;
}

export async function answeredAtOnce(id: string) {
  const { data: order, error } = await supabase.from('orders').select('*').eq('id', id).single();
  if (error && error.code !== 'PGRST116') throw error;
  if (!order || order.total === 0) return new Response('No such order', { status: 404 });
  return Response.json(order);
}

export async function answeredForOthers(id: string) {
  const { data: order, error } = await supabase.from('orders').select('*').eq('id', id).single();
  if (error && error.code !== 'PGRST116') throw error;
  if (order?.total === 0) return new Response('Nothing to pay', { status: 400 });
  return Response.json(order);
}

export async function goesOn(id: string) {
  const { data: order, error } = await supabase.from('orders').select('*').eq('id', id).single();
  if (error && error.code !== 'PGRST116') throw error;
  if (!order) console.warn('no such order');
  return Response.json({ total: order?.total ?? 0 });
}

export async function answeredWrite(id: string) {
  const { data: order, error } = await supabase.from('orders').update({ paid: true }).eq('id', id).select().single();
  if (error && error.code !== 'PGRST116') throw error;
  if (!order) return new Response('No such order', { status: 404 });
  return Response.json(order);
}
