import type { OutboundCall, ResultUse } from '../../../src/model/facts';
import { checkResponse } from '../../../src/fixes/checkResponse';
import { checkResultError } from '../../../src/fixes/checkResultError';
import { check, facts, idioms, pino, type Case } from './support';

function result(before: string, after: string | undefined, more: Partial<ResultUse> = {}, rest: Partial<Case> = {}): void {
  check({ before, after, make: (spans) => checkResultError(facts.resultUse(spans[0]!, more)), ...rest });
}

function response(before: string, after: string | undefined, more: Partial<OutboundCall> = {}): void {
  check({ before, after, make: (spans) => checkResponse(facts.outboundCall(spans[0]!, { checked: 'absent', ...more })) });
}

const omitted: Partial<ResultUse> = { error: 'omitted', effect: 'read' };
const unread: Partial<ResultUse> = { error: 'unread' };

const route = (body: string) => `export async function POST(request: Request) {\n${body.replace(/^/gm, '  ')}\n}\n`;
const next: Partial<Case> = { file: 'app/api/orders/route.ts' };

describe('fixes: checkResultError', () => {
  it('binds the error of an ignored write', () => {
    result(
      "async function save(row: Row) {\n  await «supabase.from('orders').insert(row)»; // keep\n}\n",
      "async function save(row: Row) {\n  const { error } = await supabase.from('orders').insert(row); // keep\n  if (error) throw error;\n}\n",
    );
  });
  it('works on chains over several lines and without semicolons', () => {
    result(
      "async function save(row) {\n  await «supabase\n    .from('orders')\n    .insert(row)»\n  return row\n}\n",
      "async function save(row) {\n  const { error } = await supabase\n    .from('orders')\n    .insert(row)\n  if (error) throw error\n  return row\n}\n",
    );
  });
  it('adds the error to a pattern', () => {
    result(
      "async function f() {\n  const { data } = await «supabase.from('orders').select()»;\n  return data;\n}\n",
      "async function f() {\n  const { data, error } = await supabase.from('orders').select();\n  if (error) throw error;\n  return data;\n}\n",
      omitted,
    );
    result(
      "async function f() {\n  const { data: rows } = «await supabase.from('orders').select()»;\n  return rows;\n}\n",
      "async function f() {\n  const { data: rows, error } = await supabase.from('orders').select();\n  if (error) throw error;\n  return rows;\n}\n",
      omitted,
    );
    result(
      'async function f() {\n  const {\n    data: { user },\n  } = await «supabase.auth.getUser()»;\n  return user;\n}\n',
      'async function f() {\n  const {\n    data: { user },\n    error,\n  } = await supabase.auth.getUser();\n  if (error) throw error;\n  return user;\n}\n',
      omitted,
    );
  });
  it('chooses a free name', () => {
    result(
      "async function f() {\n  const { data, error } = await a();\n  if (error) throw error;\n  await «supabase.from('order_items').insert(data)»;\n}\n",
      "async function f() {\n  const { data, error } = await a();\n  if (error) throw error;\n  const { error: insertError } = await supabase.from('order_items').insert(data);\n  if (insertError) throw insertError;\n}\n",
    );
    result(
      "async function f(error) {\n  const { data } = await «supabase.from('order_items').select()»;\n  return [data, error];\n}\n",
      "async function f(error) {\n  const { data, error: orderItemsError } = await supabase.from('order_items').select();\n  if (orderItemsError) throw orderItemsError;\n  return [data, error];\n}\n",
      omitted,
    );
  });
  it('does not mind the name of a catch clause', () => {
    result(
      "async function f() {\n  try {\n    await «supabase.from('a').insert(b)»;\n  } catch (error) {\n    log(error);\n  }\n}\n",
      "async function f() {\n  try {\n    const { error } = await supabase.from('a').insert(b);\n    if (error) throw error;\n  } catch (error) {\n    log(error);\n  }\n}\n",
    );
  });
  it('checks an error that is bound and never read', () => {
    result(
      "async function f() {\n  const { data, error } = await «supabase.from('a').select()»;\n  return data;\n}\n",
      "async function f() {\n  const { data, error } = await supabase.from('a').select();\n  if (error) throw error;\n  return data;\n}\n",
      unread,
    );
    result(
      "async function f() {\n  const { error: problem } = await «supabase.from('a').select()»;\n}\n",
      "async function f() {\n  const { error: problem } = await supabase.from('a').select();\n  if (problem) throw problem;\n}\n",
      unread,
    );
    result(
      "async function f() {\n  const result = await «supabase.from('a').select()»;\n  return result.data;\n}\n",
      "async function f() {\n  const result = await supabase.from('a').select();\n  if (result.error) throw result.error;\n  return result.data;\n}\n",
      unread,
    );
    result(
      "async function f() {\n  let result;\n  result = await «supabase.from('a').select()»;\n  return result.data;\n}\n",
      "async function f() {\n  let result;\n  result = await supabase.from('a').select();\n  if (result.error) throw result.error;\n  return result.data;\n}\n",
      unread,
    );
  });
  it('answers in a handler that catches nothing', () => {
    result(
      `import { NextResponse } from 'next/server';\n${route("const { data } = await «supabase.from('a').select()»;\nreturn NextResponse.json(data);")}`,
      `import { NextResponse } from 'next/server';\nimport { logger } from '../logger';\n${route("const { data, error } = await supabase.from('a').select();\nif (error) {\n  logger.error({ err: error, route: 'POST /api/orders' }, 'request failed');\n  return NextResponse.json({ error: 'Internal server error' }, { status: 500 });\n}\nreturn NextResponse.json(data);")}`,
      omitted,
      { ...next, project: idioms({ logger: pino }) },
    );
  });
  it('throws where a try of the handler catches it', () => {
    result(
      route("try {\n  await «supabase.from('a').insert(b)»;\n} catch (e) {\n  return fail(e);\n}"),
      route(
        "try {\n  const { error } = await supabase.from('a').insert(b);\n  if (error) throw error;\n} catch (e) {\n  return fail(e);\n}",
      ),
      {},
      next,
    );
  });
  it('gives single statements braces', () => {
    result(
      "async function f(row) {\n  if (row) await «supabase.from('a').insert(row)»;\n}\n",
      "async function f(row) {\n  if (row) {\n    const { error } = await supabase.from('a').insert(row);\n    if (error) throw error;\n  }\n}\n",
    );
    result(
      "async function f(row) {\n  for (const a of row)\n    await «supabase.from('a').insert(a)»; // each\n  done();\n}\n",
      "async function f(row) {\n  for (const a of row) {\n    const { error } = await supabase.from('a').insert(a); // each\n    if (error) throw error;\n  }\n  done();\n}\n",
    );
  });
  it('lets a missing row be missing where the code looks for it', () => {
    result(
      "async function f(id) {\n  const { data } = await «supabase.from('a').select().eq('id', id).single()»;\n  if (!data) return null;\n  return data;\n}\n",
      "async function f(id) {\n  const { data, error } = await supabase.from('a').select().eq('id', id).single();\n  if (error && error.code !== 'PGRST116') throw error;\n  if (!data) return null;\n  return data;\n}\n",
      omitted,
    );
  });
  it('sees other ways of doing without a row', () => {
    for (const use of [
      'return data?.id;',
      'if (data) return data;',
      'return data ?? 1;',
      'return data === null;',
      'return data ? 1 : 2;',
    ]) {
      result(
        `async function f(id) {\n  const { data } = await «supabase.from('a').select().eq('id', id).single()»;\n  ${use}\n}\n`,
        `async function f(id) {\n  const { data, error } = await supabase.from('a').select().eq('id', id).single();\n  if (error && error.code !== 'PGRST116') throw error;\n  ${use}\n}\n`,
        omitted,
      );
    }
    result(
      "async function f(id) {\n  const { data } = await «supabase.from('a').select().single()»;\n  return data.id;\n}\n",
      "async function f(id) {\n  const { data, error } = await supabase.from('a').select().single();\n  if (error) throw error;\n  return data.id;\n}\n",
      omitted,
    );
  });
  it('logs in the browser, where nobody would catch it', () => {
    const client: Partial<ResultUse> = { ...omitted, client: true, label: "supabase.from('orders').select" };
    result(
      "const load = async () => {\n  const { data } = await «supabase.from('orders').select()»;\n  setOrders(data ?? []);\n};\n",
      "const load = async () => {\n  const { data, error } = await supabase.from('orders').select();\n  if (error) console.error('supabase.from(orders).select failed', error);\n  setOrders(data ?? []);\n};\n",
      client,
    );
    result(
      "useQuery({\n  queryFn: async () => {\n    const { data } = await «supabase.from('orders').select()»;\n    return data;\n  },\n});\n",
      "useQuery({\n  queryFn: async () => {\n    const { data, error } = await supabase.from('orders').select();\n    if (error) throw error;\n    return data;\n  },\n});\n",
      client,
    );
  });
  it('checks the elements of Promise.all', () => {
    result(
      "async function f() {\n  const [{ data: a }, { data: b }] = await Promise.all([\n    supabase.from('a').select(),\n    «supabase.from('b').select()»,\n  ]);\n  return [a, b];\n}\n",
      "async function f() {\n  const [{ data: a }, { data: b, error }] = await Promise.all([\n    supabase.from('a').select(),\n    supabase.from('b').select(),\n  ]);\n  if (error) throw error;\n  return [a, b];\n}\n",
      omitted,
    );
  });
  it('lets PostgREST throw where the result is used on the spot', () => {
    result(
      "async function f() {\n  return (await «supabase.from('a').select()»).data;\n}\n",
      "async function f() {\n  return (await supabase.from('a').select().throwOnError()).data;\n}\n",
      { error: 'unread' },
    );
    result('async function f() {\n  return (await «supabase.auth.getUser()»).data;\n}\n', undefined, { error: 'unread' });
  });
  it('checks safeParse', () => {
    result(
      `router.post('/a', (req, res) => {
  const parsed = «Body.safeParse(req.body)»;
  res.json(parsed.data);
});
`,
      `router.post('/a', (req, res) => {
  const parsed = Body.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request' });
  res.json(parsed.data);
});
`,
      { library: 'zod', errorName: 'success', error: 'unread' },
    );
    result(
      'function f(a) {\n  const parsed = «Body.safeParse(a)»;\n  return parsed.data;\n}\n',
      'function f(a) {\n  const parsed = Body.safeParse(a);\n  if (!parsed.success) throw parsed.error;\n  return parsed.data;\n}\n',
      { library: 'zod', errorName: 'success', error: 'unread' },
    );
  });
  it('leaves checked results and unknown places alone', () => {
    result(
      "async function f() {\n  const { data, error } = await «supabase.from('a').select()»;\n  if (error) throw error;\n}\n",
      undefined,
      { error: 'checked' },
    );
    result('const a = [await «client.run()»];\n', undefined, { library: 'other', error: 'unread' });
  });
});

describe('fixes: checkResponse', () => {
  it('throws on a failed answer, naming the host', () => {
    response(
      "async function f() {\n  const r = await «fetch('https://api.stripe.com/v1/x', { method: 'POST' })»;\n  return r.json();\n}\n",
      "async function f() {\n  const r = await «fetch('https://api.stripe.com/v1/x', { method: 'POST' })»;\n  if (!r.ok) throw new Error(`api.stripe.com responded ${r.status}`);\n  return r.json();\n}\n",
    );
    response(
      'async function f() {\n  const r = await «fetch(PAY_URL)»;\n  return r.json();\n}\n',
      'async function f() {\n  const r = await «fetch(PAY_URL)»;\n  if (!r.ok) throw new Error(`upstream responded ${r.status}`);\n  return r.json();\n}\n',
    );
  });
  it('throws in the callback that reads the answer, and behind what is given another value', () => {
    response(
      "function f() {\n  return «fetch('https://api.stripe.com/v1/x')»\n    .then((r) => r.json())\n    .then(show);\n}\n",
      "function f() {\n  return «fetch('https://api.stripe.com/v1/x')»\n    .then((r) => {\n      if (!r.ok) throw new Error(`api.stripe.com responded ${r.status}`);\n      return r.json();\n    })\n    .then(show);\n}\n",
    );
    response(
      'async function f() {\n  let r;\n  r = await «fetch(PAY_URL)»;\n  return r.json();\n}\n',
      'async function f() {\n  let r;\n  r = await «fetch(PAY_URL)»;\n  if (!r.ok) throw new Error(`upstream responded ${r.status}`);\n  return r.json();\n}\n',
    );
  });
  it('leaves what is checked, or has no name, alone', () => {
    response(
      'async function f() {\n  const r = await «fetch(PAY_URL)»;\n  if (r.status !== 200) return;\n  return r.json();\n}\n',
      undefined,
    );
    response('async function f() {\n  return (await «fetch(PAY_URL)»).json();\n}\n', undefined);
    response('async function f() {\n  const r = await «fetch(PAY_URL)»;\n}\n', undefined, { checked: 'present' });
  });
});
