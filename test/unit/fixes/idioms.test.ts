import assert from 'node:assert/strict';
import { ts } from 'ts-morph';
import { Draft } from '../../../src/fixes/edits';
import { asHandler, handlerAround, routeLabel } from '../../../src/fixes/handlers';
import { expand, frameworkIdioms, guardTemplates, placeholders, statusText } from '../../../src/fixes/idioms';
import { allBelow } from '../../../src/fixes/nodes';
import { errorReply } from '../../../src/fixes/replies';
import { render } from '../../../src/fixes/style';
import { isFunctionNode } from '../../../src/syntax/outline';
import { idioms, sourceOf } from './support';

function handlerOf(file: string, text: string) {
  const draft = new Draft(sourceOf(file, text, idioms()));
  const fn = allBelow(draft.tree, isFunctionNode).find((candidate) => asHandler(candidate, draft.tree));
  const handler = fn && asHandler(fn, draft.tree);
  return { draft, handler };
}

describe('fixes: idioms', () => {
  it('need only what handlers can supply', () => {
    const known = new Set(['request', 'response', 'next', 'context', 'status', 'body', 'message', 'code', 'error', 'Response']);
    for (const [id, idiom] of Object.entries(frameworkIdioms)) {
      const texts = [...idiom.reply, ...(idiom.voidReply ?? []), ...(idiom.forward ?? []), ...(idiom.logger ? [idiom.logger] : [])];
      for (const name of texts.flatMap(placeholders)) assert.ok(known.has(name), `${id} needs ${name}`);
      assert.ok(idiom.attach !== 'option' || idiom.guardOption, `${id} says which option takes guards`);
      assert.ok(idiom.boundary !== 'next' || idiom.forward, `${id} says how errors are passed on`);
    }
    for (const template of guardTemplates) {
      assert.ok(template.expression ?? template.statements, template.package);
      for (const framework of template.frameworks) assert.ok(frameworkIdioms[framework], framework);
    }
  });
  it('fail loudly when a value is missing', () => {
    assert.throws(() => expand('{{a}}', {}), /needs a/);
    assert.equal(expand('{{a}}-{{a}}', { a: 'x' }), 'x-x');
  });
  it('have a text for every status', () => {
    assert.deepEqual([400, 401, 404, 418, 500, 507].map(statusText), [
      'Invalid request',
      'Unauthorized',
      'Not found',
      'Invalid request',
      'Internal server error',
      'Internal server error',
    ]);
  });
});

describe('fixes: handlers', () => {
  const cases: [string, string, string, string | undefined][] = [
    ['a.ts', "import express from 'express';\napp.post('/a/:id', auth, async (req, res) => {});", 'express', 'POST /a/:id'],
    ['a.ts', "import { Router } from 'express';\nrouter.route('/a').get(wrap(async (q, s) => {}));", 'express', 'GET /a'],
    ['a.ts', 'export const list = async (req, res) => {};', 'express', undefined],
    ['a.ts', 'export function fail(err, req, res, next) {}', 'express', undefined],
    ['a.ts', "import Fastify from 'fastify';\napp.route({ method: 'PUT', url: '/a', handler: async (a, b) => {} });", 'fastify', 'PUT /a'],
    ['a.ts', 'async function routes(app) {\n  app.get("/a", async (request, reply) => {});\n}', 'fastify', 'GET /a'],
    ['a.ts', "import { Hono } from 'hono';\napp.delete('/a', (c) => c.text('x'));", 'hono', 'DELETE /a'],
    ['a.ts', "import Router from '@koa/router';\nrouter.get('/a', async (ctx) => {});", 'koa', 'GET /a'],
    ['src/app/(shop)/api/a/[id]/route.ts', 'export async function PATCH(request) {}', 'next', 'PATCH /api/a/[id]'],
    ['app/api/a/route.js', 'export const GET = withAuth(async () => {});', 'next', 'GET /api/a'],
    ['pages/api/a.ts', 'export default async function handler(req, res) {}', 'next-pages', '/api/a'],
    ['supabase/functions/pay/index.ts', 'const handler = async (req) => {};\nDeno.serve(handler);', 'supabase-edge', 'pay'],
    ['supabase/functions/pay/index.ts', 'serve(async (req) => {});', 'supabase-edge', 'pay'],
    ['a.ts', "import { Get } from '@nestjs/common';\nclass A {\n  @Get('x')\n  one() {}\n}", 'nest', undefined],
    ['a.ts', 'export const r = router({ a: protectedProcedure.input(A).mutation(async ({ input }) => {}) });', 'trpc', undefined],
    ['app/actions.ts', "'use server';\nexport async function save(form) {}", 'next-action', undefined],
  ];
  for (const [file, text, framework, label] of cases) {
    it(`knows ${framework}: ${text.split('\n').pop()!.slice(0, 60)}`, () => {
      const { handler } = handlerOf(file, text);
      assert.equal(handler?.framework, framework);
      assert.equal(handler && routeLabel(handler), label);
    });
  }
  it('does not take other functions for handlers', () => {
    for (const text of [
      'function add(a, b) {}',
      "map.get('a', (b) => b);",
      "cache.set('/a', async () => 1);",
      'items.forEach(async (item) => {});',
      "import a from 'express';\nconst get = (key) => key;",
    ]) {
      assert.equal(handlerOf('src/a.ts', text).handler, undefined, text);
    }
  });
  it('finds the handler around a nested callback', () => {
    const draft = new Draft(
      sourceOf(
        'a.ts',
        "import express from 'express';\napp.get('/', (req, res) => {\n  list().catch((problem) => here(problem));\n});\n",
        idioms(),
      ),
    );
    const call = allBelow(draft.tree, ts.isCallExpression).find((candidate) => draft.textOf(candidate.expression) === 'here')!;
    assert.equal(handlerAround(call, draft.tree)?.names.response, 'res');
  });
});

describe('fixes: replies', () => {
  const reply = (file: string, text: string, status = 401) => {
    const { draft, handler } = handlerOf(file, text);
    const code = errorReply(draft, handler!, status);
    return code && render(code, draft.style, '');
  };
  it('answer in the way of the framework', () => {
    assert.equal(
      reply('a.ts', "import Fastify from 'fastify';\napp.get('/a', async (request, reply) => {});"),
      "return reply.code(401).send({ error: 'Unauthorized' });",
    );
    assert.equal(
      reply('a.ts', "import { Get } from '@nestjs/common';\nclass A {\n  @Get()\n  one() {}\n}"),
      "throw new UnauthorizedException('Unauthorized');",
    );
    assert.equal(
      reply('a.ts', 'export const a = publicProcedure.query(() => {});'),
      "throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Unauthorized' });",
    );
    assert.equal(
      reply('app/api/route.ts', "import { NextResponse } from 'next/server';\nexport function GET() {}"),
      "return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });",
    );
    assert.equal(
      reply('pages/api/a.ts', 'export default function (req, res) {}'),
      "return res.status(401).json({ error: 'Unauthorized' });",
    );
  });
  it('cannot be written without names for the parameters', () => {
    assert.equal(reply('a.ts', "import express from 'express';\napp.get('/a', ({ body }, { json }) => {});"), undefined);
  });
  it('carry the headers of the file’s other replies, and CORS headers in any case', () => {
    const file = 'supabase/functions/a/index.ts';
    assert.equal(
      reply(
        file,
        "const headers = { 'Content-Type': 'application/json', ...corsHeaders };\nDeno.serve((req) => new Response(JSON.stringify({}), { headers: { ...headers } }));",
      ),
      "return new Response(JSON.stringify({ error: 'Unauthorized' }), {\n  status: 401,\n  headers: { ...headers },\n});",
    );
    assert.equal(
      reply(file, "import { corsHeaders } from './cors.ts';\nDeno.serve((req) => run(req));"),
      "return new Response(JSON.stringify({ error: 'Unauthorized' }), {\n  status: 401,\n  headers: { ...corsHeaders, 'Content-Type': 'application/json' },\n});",
    );
    assert.equal(
      reply(file, "Deno.serve((req) => {\n  const own = {};\n  return new Response('x', { headers: own });\n});"),
      "return new Response(JSON.stringify({ error: 'Unauthorized' }), {\n  status: 401,\n  headers: { 'Content-Type': 'application/json' },\n});",
    );
  });
  it('have the error shape that the file uses most', () => {
    const shaped = (body: string) =>
      reply(
        'a.ts',
        `import express from 'express';\napp.get('/a', (req, res) => {\n  if (a) return res.status(404).json(${body});\n  if (b) return res.status(400).json(${body});\n  res.status(500).json({ error: 'x' });\n});`,
      );
    assert.equal(shaped("{ success: false, message: 'no' }"), "return res.status(401).json({ success: false, message: 'Unauthorized' });");
    assert.equal(shaped("{ error: { message: 'no', code: 1 } }"), "return res.status(401).json({ error: { message: 'Unauthorized' } });");
    assert.equal(shaped("{ ok: false, error: 'no', details }"), "return res.status(401).json({ ok: false, error: 'Unauthorized' });");
    assert.equal(shaped("{ error: true, message: 'no' }"), "return res.status(401).json({ error: true, message: 'Unauthorized' });");
  });
});
