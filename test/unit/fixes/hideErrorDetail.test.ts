import type { ErrorLeak } from '../../../src/model/facts';
import { hideErrorDetail } from '../../../src/fixes/hideErrorDetail';
import { check, facts, idioms, pino, winston, type Case } from './support';

/** Marks: the reply, the leaked expression, and where the error was caught (the reply again if left out). */
function hide(before: string, after: string | undefined, more: Partial<ErrorLeak> = {}, rest: Partial<Case> = {}): void {
  check({
    before,
    after,
    make: (spans) =>
      hideErrorDetail(
        facts.errorLeak(spans[0]!, spans[1] ?? spans[0]!, { status: 500, ...(spans[2] ? { caughtAt: spans[2] } : {}), ...more }),
      ),
    ...rest,
  });
}

const express = (body: string) => `router.get('/orders', async (req, res) => {
  try {
    res.json(await list());
  } catch (err) {
${body.replace(/^/gm, '    ')}
  }
});
`;

describe('fixes: hideErrorDetail', () => {
  it('answers in general terms and logs the error', () => {
    hide(
      express('«res.status(500).json({ error: «err.message» })»;'),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Internal server error' });"),
    );
  });
  it('does not log twice', () => {
    hide(
      express("console.error('failed', err);\n«res.status(500).json({ error: «err.message» })»;"),
      express("console.error('failed', err);\nres.status(500).json({ error: 'Internal server error' });"),
    );
  });
  it('uses the logger of the project', () => {
    hide(
      `import { x } from './x';\n${express('«res.status(500).json({ error: «err.message» })»;')}`,
      `import { x } from './x';\nimport { logger } from '../logger';\n${express("logger.error({ err, route: 'GET /orders' }, 'request failed');\nres.status(500).json({ error: 'Internal server error' });")}`,
      {},
      { project: idioms({ logger: pino }) },
    );
    hide(
      `import { x } from './x';\n${express('«res.status(500).json({ error: «err.message» })»;')}`,
      `import { x } from './x';\nimport { logger } from '../logger';\n${express("logger.error('request failed', { err: err instanceof Error ? err.stack : err, route: 'GET /orders' });\nres.status(500).json({ error: 'Internal server error' });")}`,
      {},
      { project: idioms({ logger: winston }) },
    );
  });
  it('replaces a conditional or a fallback as a whole', () => {
    hide(
      express("«res.status(500).json({ error: err instanceof Error ? «err.message» : 'Unknown error' })»;"),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Internal server error' });"),
    );
    hide(
      express("«res.status(500).json({ error: «err.message» || 'Oops' })»;"),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Internal server error' });"),
    );
    hide(
      express('«res.status(500).json({ error: «String(err)» })»;'),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Internal server error' });"),
    );
  });
  it('keeps the constant part of a text', () => {
    hide(
      express('«res.status(500).json({ error: `Could not list orders: ${«err.message»}` })»;'),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Could not list orders' });"),
    );
    hide(
      express("«res.status(500).send('Could not list: ' + «err.message»)»;"),
      express("console.error('GET /orders failed', err);\nres.status(500).send('Could not list');"),
    );
  });
  it('takes away extra details beside a general message', () => {
    hide(
      express("«res.status(500).json({ error: 'Could not list', details: «err.message» })»;"),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Could not list' });"),
    );
    hide(
      express("«res.status(500).json({ success: false, stack: «err.stack», error: 'Failed' })»;"),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ success: false, error: 'Failed' });"),
      { what: 'stack' },
    );
    hide(
      express("«res.status(500).json({\n  error: 'Failed',\n  details: «err.message», // for support\n})»;"),
      express("console.error('GET /orders failed', err);\nres.status(500).json({\n  error: 'Failed',\n});"),
    );
  });
  it('replaces shorthand properties and whole objects', () => {
    hide(
      express('«res.status(500).json({ «err» })»;'),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ err: 'Internal server error' });"),
    );
    hide(
      express('«res.status(500).json(«err»)»;'),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Internal server error' });"),
    );
    hide(
      express('«res.status(500).send(«err.message»)»;'),
      express("console.error('GET /orders failed', err);\nres.status(500).send('Internal server error');"),
    );
  });
  it('answers by status', () => {
    hide(
      express('«res.status(404).json({ message: «err.message» })»;'),
      express("console.error('GET /orders failed', err);\nres.status(404).json({ message: 'Not found' });"),
      { status: 404 },
    );
    hide(
      express('«res.status(400).json({ message: «err.message» })»;'),
      express("console.error('GET /orders failed', err);\nres.status(400).json({ message: 'Invalid request' });"),
      { status: 400 },
    );
  });
  it('speaks in the error shape of the file', () => {
    hide(
      `router.get('/a', (req, res) => res.status(404).json({ success: false, message: 'Not here' }));\n${express('«res.status(500).json(«err»)»;')}`,
      `router.get('/a', (req, res) => res.status(404).json({ success: false, message: 'Not here' }));\n${express("console.error('GET /orders failed', err);\nres.status(500).json({ success: false, message: 'Internal server error' });")}`,
    );
    hide(
      `router.get('/a', (req, res) => res.status(404).json({ error: { message: 'Not here' } }));\n${express('«res.status(500).json(«err»)»;')}`,
      `router.get('/a', (req, res) => res.status(404).json({ error: { message: 'Not here' } }));\n${express("console.error('GET /orders failed', err);\nres.status(500).json({ error: { message: 'Internal server error' } });")}`,
    );
  });
  it('opens callbacks with an expression body', () => {
    hide(
      `router.get('/orders', (req, res) => {
  list().then((rows) => res.json(rows)).catch((err) => «res.status(500).json({ error: «err.message» })»);
});
`,
      `router.get('/orders', (req, res) => {
  list().then((rows) => res.json(rows)).catch((err) => {
    console.error('GET /orders failed', err);
    return res.status(500).json({ error: 'Internal server error' });
  });
});
`,
    );
  });
  it('works in route handlers and edge functions', () => {
    hide(
      `export async function GET() {
  try {
    return NextResponse.json(await list());
  } catch (error) {
    return «NextResponse.json({ error: «String(error)» }, { status: 500 })»;
  }
}
`,
      `export async function GET() {
  try {
    return NextResponse.json(await list());
  } catch (error) {
    console.error('GET /api/orders failed', error);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
  }
}
`,
      {},
      { file: 'app/api/orders/route.ts' },
    );
    hide(
      `Deno.serve(async (req) => {
  try {
    return await run(req);
  } catch (error) {
    return «new Response(JSON.stringify({ error: «error.message», stack: error.stack }), {
      status: 500,
      headers: corsHeaders,
    })»;
  }
});
`,
      `Deno.serve(async (req) => {
  try {
    return await run(req);
  } catch (error) {
    console.error('refund failed', error);
    return new Response(JSON.stringify({ error: 'Internal server error', stack: error.stack }), {
      status: 500,
      headers: corsHeaders,
    });
  }
});
`,
      {},
      { file: 'supabase/functions/refund/index.ts' },
    );
  });
  it('hides the error of a result', () => {
    hide(
      `export async function GET() {
  const { data, error } = await supabase.from('orders').select();
  if (error) return «NextResponse.json({ error: «error.message» }, { status: 500 })»;
  return NextResponse.json(data);
}
`,
      `export async function GET() {
  const { data, error } = await supabase.from('orders').select();
  if (error) {
    console.error('GET /api/orders failed', error);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
  }
  return NextResponse.json(data);
}
`,
      {},
      { file: 'app/api/orders/route.ts' },
    );
  });
  it('keeps the cause of what is thrown', () => {
    hide(
      `const create = protectedProcedure.mutation(async () => {
  try {
    return await make();
  } catch (err) {
    throw «new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: «err.message» })»;
  }
});
`,
      `const create = protectedProcedure.mutation(async () => {
  try {
    return await make();
  } catch (err) {
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error', cause: err });
  }
});
`,
      { via: 'throw' },
    );
  });
  it('tells people of an action less', () => {
    hide(
      `'use server';
export async function save(form: FormData) {
  try {
    await store(form);
  } catch (e) {
    return «{ error: «e.message» }»;
  }
}
`,
      `'use server';
export async function save(form: FormData) {
  try {
    await store(form);
  } catch (e) {
    console.error('save failed', e);
    return { error: 'Something went wrong' };
  }
}
`,
      { via: 'return', status: undefined },
    );
  });
  it('uses the request logger of Fastify', () => {
    hide(
      `import Fastify from 'fastify';
app.get('/orders', async (request, reply) => {
  try {
    return await list();
  } catch (err) {
    return «reply.code(500).send({ error: «err.message» })»;
  }
});
`,
      `import Fastify from 'fastify';
app.get('/orders', async (request, reply) => {
  try {
    return await list();
  } catch (err) {
    request.log.error({ err }, 'request failed');
    return reply.code(500).send({ error: 'Internal server error' });
  }
});
`,
    );
  });
  it('prefers the words that the code has for the unknown', () => {
    hide(
      express("«res.status(500).json({ error: err instanceof Error ? «err.message» : 'Failed to list orders' })»;"),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Failed to list orders' });"),
    );
    hide(
      express("«res.status(500).json({ error: «err.message» || 'Could not list' })»;"),
      express("console.error('GET /orders failed', err);\nres.status(500).json({ error: 'Could not list' });"),
    );
  });
  it('follows a body that was made before', () => {
    hide(
      express(
        "const body: ErrorBody = {\n  success: false,\n  error: err instanceof Error ? err.message : 'Failed to list',\n};\nreturn «res.status(500).json(«body»)»;",
      ),
      express(
        "const body: ErrorBody = {\n  success: false,\n  error: 'Failed to list',\n};\nconsole.error('GET /orders failed', err);\nreturn res.status(500).json(body);",
      ),
    );
    hide(
      express('const body = { error: err.message };\naudit(body);\nreturn «res.status(500).json(«body»)»;'),
      express(
        "const body = { error: err.message };\naudit(body);\nconsole.error('GET /orders failed', err);\nreturn res.status(500).json({ ...body, error: 'Internal server error' });",
      ),
    );
    hide(
      express(
        "const message = err instanceof Error ? err.message : 'Failed to list';\nconsole.error('failed', message);\nreturn «res.status(500).json({ error: «message» })»;",
      ),
      express(
        "const message = err instanceof Error ? err.message : 'Failed to list';\nconsole.error('failed', message);\nreturn res.status(500).json({ error: 'Failed to list' });",
      ),
    );
  });
  it('changes a success only where it takes the error in', () => {
    const handler = (step: string, value: string) => `router.post('/cancel', async (req, res) => {
  let refundError: string | null = null;
  try {
    await refund();
  } catch (err) {
${step}    refundError = ${value};
  }
  «res.json({ cancelled: true, «refundError» })»;
});
`;
    hide(
      handler('', '(err as Error).message'),
      handler("    console.error('POST /cancel failed', err);\n", "'Internal server error'").replace(/[«»]/g, ''),
      { status: undefined },
    );
    hide(
      "router.post('/invite', async (req, res) => {\n  const data = { invited: true };\n  try {\n    await mail();\n  } catch (err) {\n    data.note = err.message;\n  }\n  «res.status(201).json(«data»)»;\n});\n",
      undefined,
      { status: 201 },
    );
  });
  it('leaves spread errors to a person', () => {
    hide(express('«res.status(500).json({ ...«err» })»;'), undefined);
  });
});
