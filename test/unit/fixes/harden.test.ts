import assert from 'node:assert/strict';
import { applyEdits, syntaxErrors } from '../../../src/fixes/edits';
import { harden } from '../../../src/fixes/harden';
import { parse } from '../../../src/syntax/trees';
import { analyse, hardened, type Subject } from './analyser';
import { idioms, pino, symbol } from './support';

const requireAuth = symbol('requireAuth', 'src/lib/auth.ts');
const session = symbol('auth', 'src/auth.ts', { expression: 'await auth()', refusal: 'returns-empty' });

const express: Subject = {
  file: 'src/routes/orders.ts',
  project: idioms({
    dependencies: { express: '4.21.2', zod: '4.1.0' },
    validator: { library: 'zod', major: 4 },
    logger: pino,
    guards: () => [requireAuth],
  }),
  handlerId: '<router.post>',
  framework: 'express',
  fields: [
    { name: 'sku', type: 'string', optional: false, needed: true },
    { name: 'quantity', type: 'number', optional: false, needed: true },
  ],
  massAssigned: true,
  files: {
    'prisma/schema.prisma':
      'model Order {\n  id String @id @default(cuid())\n  sku String\n  quantity Int\n  userId String\n  user User @relation(fields: [userId], references: [id])\n  createdAt DateTime @default(now())\n}\n',
  },
};

const next: Subject = {
  ...express,
  file: 'app/api/orders/route.ts',
  handlerId: 'POST',
  framework: 'next',
  project: {
    ...express.project,
    guards: () => [session],
    packages: new Map([
      ['next', '16.1.0'],
      ['zod', '4.1.0'],
    ]),
  },
};
const edge: Subject = {
  ...express,
  massAssigned: false,
  file: 'supabase/functions/orders/index.ts',
  handlerId: '<Deno.serve>',
  framework: 'supabase-edge',
  project: idioms(),
};
const fastify: Subject = {
  ...express,
  massAssigned: false,
  handlerId: '<app.post>',
  framework: 'fastify',
  project: {
    ...express.project,
    packages: new Map([
      ['fastify', '5.0.0'],
      ['zod', '4.0.0'],
    ]),
  },
};

type Steps = Record<string, string>;

/** Hardens in all line endings and indentations, asserts text and skipped steps, and that a second run changes nothing. */
function check(subject: Subject, before: string, after: string, skipped?: Steps): void {
  const variants: [string, (text: string) => string][] = [
    ['LF', (text) => text],
    ['CRLF', (text) => text.replace(/\n/g, '\r\n')],
    ['tabs', (text) => text.replace(/^(?: {2})+/gm, (indent) => '\t'.repeat(indent.length / 2))],
  ];
  for (const [name, vary] of variants) {
    const text = vary(before);
    const log: string[] = [];
    const result = hardened(subject, text, log);
    const edits = result.edits.flatMap((edit) => edit.edits);
    const now = applyEdits(text, edits);
    assert.equal(now, vary(after), name);
    assert.equal(syntaxErrors(parse(subject.file, now)), 0, name);
    if (log.length > 0) assert.equal(log[log.length - 1], now, `${name}: the one edit set equals the steps one after the other`);
    if (skipped && name === 'LF') assert.deepEqual(Object.fromEntries(result.skipped.map(({ step, reason }) => [step, reason])), skipped);
    const again = hardened(subject, now);
    assert.deepEqual(again.edits, [], `${name}: a second run changes nothing`);
    assert.equal(again.skipped.length, 7, `${name}: a second run skips every step with its reason`);
  }
}

const expressBefore = `import { Router } from 'express';
import { db } from '../db';
const router = Router();

router.post('/orders', async (req, res) => {
  const order = await db.order.create({ data: { ...req.body } });
  const r = await fetch(PAY_URL, { method: 'POST', body: JSON.stringify(order) });
  res.json(await r.json());
});
`;

describe('fixes: harden', () => {
  it('hardens an Express 4 handler', () => {
    check(
      express,
      expressBefore,
      `import { Router } from 'express';
import { db } from '../db';
import { requireAuth } from '../lib/auth';
import { z } from 'zod';
import { logger } from '../logger';
const router = Router();

const CreateOrderBody = z.object({ sku: z.string(), quantity: z.number().int().nonnegative() });
router.post('/orders', requireAuth, async (req, res, next) => {
  const parsed = CreateOrderBody.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  try {
    const order = await db.order.create({ data: { ...parsed.data } });
    const r = await fetch(PAY_URL, { method: 'POST', body: JSON.stringify(order), signal: AbortSignal.timeout(10_000) });
    if (!r.ok) throw new Error(\`upstream responded \${r.status}\`);
    res.json(await r.json());
  } catch (err) {
    logger.error({ err, route: 'POST /orders' }, 'request failed');
    next(err);
  }
});
`,
      { 'no error details': 'no error text reaches the client', log: 'every caught error is logged or passed on' },
    );
  });

  it('leaves the error boundary of Express 5 to the framework', () => {
    const subject: Subject = {
      ...express,
      project: {
        ...express.project,
        packages: new Map([
          ['express', '5.1.0'],
          ['zod', '4.1.0'],
        ]),
      },
    };
    const result = hardened(subject, expressBefore);
    const text = applyEdits(
      expressBefore,
      result.edits.flatMap((edit) => edit.edits),
    );
    assert.ok(!text.includes('try {'));
    assert.ok(text.includes('requireAuth, async (req, res) =>'));
    assert.ok(result.skipped.some(({ step, reason }) => step === 'error boundary' && reason.startsWith('Express 5')));
  });

  it('uses the wrapper of an Express 4 project', () => {
    const subject: Subject = { ...express, project: { ...express.project, asyncWrapper: symbol('asyncHandler', 'src/lib/async.ts') } };
    const result = hardened(subject, expressBefore);
    const text = applyEdits(
      expressBefore,
      result.edits.flatMap((edit) => edit.edits),
    );
    assert.ok(text.includes("router.post('/orders', requireAuth, asyncHandler(async (req, res) => {"), text);
    assert.ok(!text.includes('try {'));
    assert.ok(text.includes("import { asyncHandler } from '../lib/async';"));
  });

  it('does not wrap a handler in which nothing can be rejected', () => {
    const subject: Subject = { ...express, project: { ...express.project, asyncWrapper: symbol('asyncHandler', 'src/lib/async.ts') } };
    const before =
      "import { Router } from 'express';\nconst router = Router();\nrouter.post('/orders', (req, res) => {\n  res.json(list());\n});\n";
    const { edits } = hardened({ ...subject, fields: [] }, before);
    assert.ok(!JSON.stringify(edits).includes('asyncHandler'));
  });

  it('hardens a handler that is half hardened, in JavaScript without semicolons', () => {
    check(
      {
        ...express,
        file: 'src/routes/orders.js',
        project: idioms({ dependencies: { express: '4.21.2' }, guards: () => [requireAuth] }),
        fields: [{ name: 'sku', type: 'string', optional: false, needed: true }],
        massAssigned: false,
      },
      `const router = require('express').Router()

// New orders.
router.post('/orders', async (req, res) => {
  try {
    const r = await fetch(URL, {
      method: 'POST'
    })
    res.json(await r.json())
  } catch (e) {
    res.status(500).json({ message: \`Order failed: \${e.message}\` })
  }
})
`,
      `const router = require('express').Router()
const { requireAuth } = require('../lib/auth')

// New orders.
router.post('/orders', requireAuth, async (req, res) => {
  try {
    const r = await fetch(URL, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000)
    })
    if (!r.ok) throw new Error(\`upstream responded \${r.status}\`)
    res.json(await r.json())
  } catch (e) {
    console.error('POST /orders failed', e)
    res.status(500).json({ message: 'Order failed' })
  }
})
`,
      {
        'input validation': 'no input that needs validation is read',
        'error boundary': 'errors are caught already',
        log: 'every caught error is logged or passed on',
      },
    );
  });

  it('hardens a Next.js route handler', () => {
    check(
      next,
      `import { NextResponse } from 'next/server';
import { prisma } from '@/lib/prisma';

export async function POST(request: Request) {
  // Everything the shop sends.
  const body = await request.json();
  const order = await prisma.order.create({ data: body });
  return NextResponse.json(order);
}
`,
      `import { NextResponse } from 'next/server';
import { prisma } from '@/lib/prisma';
import { auth } from '../auth';
import { z } from 'zod';
import { logger } from '../logger';

const CreateOrderBody = z.object({ sku: z.string(), quantity: z.number().int().nonnegative() });
export async function POST(request: Request) {
  try {
    const session = await auth();
    if (!session?.user) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
    // Everything the shop sends.
    const parsed = CreateOrderBody.safeParse(await request.json().catch(() => null));
    if (!parsed.success) {
      return NextResponse.json({ error: 'Invalid request', issues: parsed.error.issues }, { status: 400 });
    }
    const body = parsed.data;
    const order = await prisma.order.create({ data: body });
    return NextResponse.json(order);
  } catch (err) {
    logger.error({ err, route: 'POST /api/orders' }, 'request failed');
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
  }
}
`,
    );
  });

  it('lets control flow of Next.js through', () => {
    check(
      { ...next, fields: [] },
      `import { redirect } from 'next/navigation';

export async function POST(request: Request) {
  const session = await auth();
  if (!session?.user) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  const order = await create();
  redirect(\`/orders/\${order.id}\`);
}
`,
      `import { redirect, unstable_rethrow } from 'next/navigation';
import { logger } from '../logger';

export async function POST(request: Request) {
  try {
    const session = await auth();
    if (!session?.user) return Response.json({ error: 'Unauthorized' }, { status: 401 });
    const order = await create();
    redirect(\`/orders/\${order.id}\`);
  } catch (err) {
    unstable_rethrow(err);
    logger.error({ err, route: 'POST /api/orders' }, 'request failed');
    return Response.json({ error: 'Internal server error' }, { status: 500 });
  }
}
`,
    );
    const of = (version: string): Subject => ({ ...next, project: { ...next.project, packages: new Map([['next', version]]) } });
    const text = "import { redirect } from 'next/navigation';\nexport async function POST() {\n  await auth();\n  redirect('/');\n}\n";
    assert.deepEqual(hardened(of('12.3.0'), text).edits, []);
    // Version 14 has nothing for all of them, but something for each.
    const [older] = hardened(of('14.2.0'), text).edits;
    assert.match(older?.edits.map(({ newText }) => newText).join('') ?? '', /if \(isRedirectError\(err\)\) throw err;/);
  });

  it('moves no control flow of Next.js into a clause that would keep it', () => {
    const text = `import { notFound } from 'next/navigation';

export async function POST(request: Request) {
  const session = await auth();
  if (!session?.user) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  const order = await find();
  if (!order) notFound();
  try {
    return Response.json(await order.items());
  } catch (err) {
    logger.error({ err });
    return Response.json({ error: 'Internal server error' }, { status: 500 });
  }
}
`;
    assert.deepEqual(hardened({ ...next, fields: [] }, text).edits, []);
  });

  it('keeps guards that throw outside the boundary', () => {
    check(
      {
        ...next,
        project: {
          ...next.project,
          guards: () => [symbol('requireUser', 'src/auth.ts', { expression: 'requireUser()', refusal: 'throws' })],
        },
      },
      `import { db } from '@/lib/db';

export async function POST() {
  return Response.json(await db.all());
}
`,
      `import { db } from '@/lib/db';
import { requireUser } from '../auth';
import { logger } from '../logger';

export async function POST() {
  await requireUser();
  try {
    return Response.json(await db.all());
  } catch (err) {
    logger.error({ err, route: 'POST /api/orders' }, 'request failed');
    return Response.json({ error: 'Internal server error' }, { status: 500 });
  }
}
`,
    );
  });

  it('hardens a Supabase edge function', () => {
    check(
      {
        ...edge,
        fields: [
          { name: 'bookingId', type: 'string', optional: false, needed: true },
          { name: 'amount', type: 'number', optional: false, needed: true },
        ],
      },
      `import { corsHeaders } from '../_shared/cors.ts';
import { supabase } from '../_shared/client.ts';

Deno.serve(async (req) => {
  if (req.method === 'OPTIONS') {
    return new Response('ok', { headers: corsHeaders });
  }

  try {
    const { bookingId, amount } = await req.json();
    const refund = await fetch('https://api.stripe.com/v1/refunds', {
      method: 'POST',
      body: new URLSearchParams({ payment_intent: bookingId, amount: String(amount * 100) }),
    });
    await supabase.from('bookings').update({ status: 'refunded' }).eq('id', bookingId);

    return new Response(JSON.stringify({ success: true, refund: await refund.json() }), {
      headers: { ...corsHeaders, 'Content-Type': 'application/json' },
    });
  } catch (error) {
    return new Response(JSON.stringify({ error: error.message, stack: error.stack }), {
      status: 500,
      headers: corsHeaders,
    });
  }
});
`,
      `import { corsHeaders } from '../_shared/cors.ts';
import { supabase } from '../_shared/client.ts';

Deno.serve(async (req) => {
  if (req.method === 'OPTIONS') {
    return new Response('ok', { headers: corsHeaders });
  }

  try {
    const token = req.headers.get('Authorization')?.replace(/^Bearer /i, '') ?? '';
    const { data: { user }, error: authError } = await supabase.auth.getUser(token);
    if (authError || !user) {
      return new Response(JSON.stringify({ error: 'Unauthorized' }), {
        status: 401,
        headers: { ...corsHeaders, 'Content-Type': 'application/json' },
      });
    }
    const { bookingId, amount } = (await req.json().catch(() => null)) ?? {};
    if (typeof bookingId !== 'string' || typeof amount !== 'number') {
      return new Response(JSON.stringify({ error: 'Invalid request' }), {
        status: 400,
        headers: { ...corsHeaders, 'Content-Type': 'application/json' },
      });
    }
    const refund = await fetch('https://api.stripe.com/v1/refunds', {
      method: 'POST',
      body: new URLSearchParams({ payment_intent: bookingId, amount: String(amount * 100) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!refund.ok) throw new Error(\`api.stripe.com responded \${refund.status}\`);
    const { error } = await supabase.from('bookings').update({ status: 'refunded' }).eq('id', bookingId);
    if (error) throw error;

    return new Response(JSON.stringify({ success: true, refund: await refund.json() }), {
      headers: { ...corsHeaders, 'Content-Type': 'application/json' },
    });
  } catch (error) {
    console.error('orders failed', error);
    return new Response(JSON.stringify({ error: 'Internal server error' }), {
      status: 500,
      headers: corsHeaders,
    });
  }
});
`.replaceAll('\\`', '`'),
    );
  });

  it('gives an edge function a boundary that keeps its CORS headers', () => {
    check(
      { ...edge, fields: [] },
      `import { corsHeaders } from '../_shared/cors.ts';
import { supabase } from '../_shared/client.ts';

Deno.serve(async (req) => {
  if (req.method === 'OPTIONS') return new Response('ok', { headers: corsHeaders });
  const { data: { user } } = await supabase.auth.getUser(req.headers.get('Authorization') ?? '');
  if (!user) return new Response('no', { status: 401, headers: corsHeaders });
  const rows = await list(user);
  return new Response(JSON.stringify(rows), { headers: corsHeaders });
});
`,
      `import { corsHeaders } from '../_shared/cors.ts';
import { supabase } from '../_shared/client.ts';

Deno.serve(async (req) => {
  if (req.method === 'OPTIONS') return new Response('ok', { headers: corsHeaders });
  try {
    const { data: { user } } = await supabase.auth.getUser(req.headers.get('Authorization') ?? '');
    if (!user) return new Response('no', { status: 401, headers: corsHeaders });
    const rows = await list(user);
    return new Response(JSON.stringify(rows), { headers: corsHeaders });
  } catch (err) {
    console.error('orders failed', err);
    return new Response(JSON.stringify({ error: 'Internal server error' }), {
      status: 500,
      headers: { ...corsHeaders, 'Content-Type': 'application/json' },
    });
  }
});
`,
    );
  });

  it('hardens a Fastify handler without a try', () => {
    check(
      fastify,
      `import Fastify from 'fastify';
const app = Fastify();

app.post('/orders', async (request, reply) => {
  const order = await create(request.body.sku);
  const r = await fetch(PAY_URL);
  return reply.send(await r.json());
});
`,
      `import Fastify from 'fastify';
import { requireAuth } from '../lib/auth';
const app = Fastify();

const CreateOrderBody = {
  type: 'object',
  required: ['sku', 'quantity'],
  additionalProperties: false,
  properties: {
    sku: { type: 'string' },
    quantity: { type: 'integer', minimum: 0 },
  },
};

app.post('/orders', { preHandler: [requireAuth], schema: { body: CreateOrderBody } }, async (request, reply) => {
  const order = await create(request.body.sku);
  const r = await fetch(PAY_URL, { signal: AbortSignal.timeout(10_000) });
  if (!r.ok) throw new Error(\`upstream responded \${r.status}\`);
  return reply.send(await r.json());
});
`,
      {
        'error boundary': 'fastify passes rejections to its error handler',
        'no error details': 'no error text reaches the client',
        log: 'every caught error is logged or passed on',
      },
    );
  });

  it('checks several results under names of their own, in the order of the text', () => {
    const body = (first: string, second: string) => `export async function POST() {
  await auth();
  try {
    ${first}
    ${second}
    return Response.json({ ok: true });
  } catch (e) {
    logger.error(e);
    return Response.json({ error: 'no' }, { status: 500 });
  }
}
`;
    check(
      next,
      body("await supabase.from('orders').insert(a);", "await supabase.from('items').insert(b);").replace(
        '  await auth();\n  try {',
        '  try {\n    await auth();',
      ),
      body(
        "const { error } = await supabase.from('orders').insert(a);\n    if (error) throw error;",
        "const { error: insertError } = await supabase.from('items').insert(b);\n    if (insertError) throw insertError;",
      ).replace('  await auth();\n  try {', '  try {\n    await auth();'),
    );
  });

  it('does not drop fields that it cannot know', () => {
    const { edits, skipped } = hardened({ ...express, files: {} }, expressBefore);
    assert.ok(!applyEdits(expressBefore, edits[0]!.edits).includes('safeParse'));
    assert.ok(skipped.some(({ step, reason }) => step === 'input validation' && reason.startsWith('all of the input is written')));
  });

  it('says why it does not add a guard', () => {
    const reason = (subject: Subject): string | undefined =>
      hardened(subject, expressBefore).skipped.find(({ step }) => step === 'authentication')?.reason;
    assert.equal(reason({ ...express, route: { entry: 'webhook' } }), 'a webhook is authenticated by its signature');
    assert.equal(reason({ ...express, route: { publicIntent: 'a login' } }), 'it is meant to be open: a login');
    assert.equal(
      reason({ ...express, route: { authentication: { presence: 'unknown', reason: 'router not mounted' } } }),
      'router not mounted',
    );
    assert.equal(reason({ ...express, route: { sinks: [] } }), 'it reaches nothing that has to be protected');
    assert.equal(reason({ ...express, route: 'unknown' }), 'the registration of this handler was not found');
    assert.equal(reason({ ...express, project: idioms() }), 'no guard is used in this project');
    assert.equal(
      reason({ ...express, project: { ...express.project, guards: () => [requireAuth, symbol('checkToken', 'src/t.ts')] } }),
      'requireAuth and checkToken are used equally often',
    );
    assert.equal(
      hardened(express, expressBefore.replace("'/orders', async", "'/orders', requireAuth, async")).skipped[0]!.reason,
      'already guarded by requireAuth at src/routes/orders.ts:5',
    );
  });

  it('guards what only reads when a rule asks for it', () => {
    const reads: Subject = { ...express, route: { sinks: [{ kind: 'read-private', span: { start: 0, end: 0 }, file: express.file }] } };
    const has = (subject: Subject) =>
      applyEdits(expressBefore, hardened(subject, expressBefore).edits[0]!.edits).includes('requireAuth, async');
    assert.equal(has(reads), false);
    assert.equal(has({ ...reads, gaps: new Set(['missing-auth-guard']) }), true);
    assert.equal(has({ ...express, gaps: new Set(['unvalidated-input']) }), false);
  });

  it('replaces a success that hides a failure', () => {
    check(
      { ...next, fields: [], route: { publicIntent: 'a sign-up' } },
      `export async function POST(request: Request) {
  try {
    await subscribe(request.headers.get('x-email'));
    return Response.json({ success: true });
  } catch {
    return Response.json({ success: true });
  }
}
`,
      `import { logger } from '../logger';

export async function POST(request: Request) {
  try {
    await subscribe(request.headers.get('x-email'));
    return Response.json({ success: true });
  } catch (err) {
    logger.error({ err, route: 'POST /api/orders' }, 'request failed');
    return Response.json({ error: 'Internal server error' }, { status: 500 });
  }
}
`,
    );
  });

  it('takes a guard with a role for administration', () => {
    const admin = symbol('requireAdmin', 'src/lib/auth.ts', { uses: 1, level: 'ROLE' });
    const result = hardened(
      { ...express, project: { ...express.project, guards: () => [requireAuth, admin] }, route: { path: '/admin/orders' } },
      expressBefore,
    );
    assert.ok(applyEdits(expressBefore, result.edits[0]!.edits).includes("'/orders', requireAdmin, async"));
  });

  it('touches only what changes', () => {
    const { edits } = hardened(express, expressBefore);
    const kept = edits[0]!.edits.reduce((length, edit) => length - (edit.end - edit.start), expressBefore.length);
    assert.equal(edits.length, 1);
    assert.equal(kept, expressBefore.length - 'req.body'.length, 'the only text that goes away is the input that was not validated');
  });

  it('gives up a step that the analysis refuses', () => {
    const state = analyse(express, expressBefore)!;
    const result = harden({ ...state, handlerId: express.handlerId, reanalyse: () => undefined });
    assert.deepEqual(result.edits, []);
    assert.equal(result.skipped.length, 7);
  });
});
