import assert from 'node:assert/strict';
import { openSession } from '../../../src/engine/session';
import type { TaintedSink } from '../../../src/model/facts';
import { defineRule } from '../../../src/model/meta';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const manifest = JSON.stringify({ name: 'sample', dependencies: { express: '5.1.0' } });

/** Facts about sinks in a project, in the order of files and places. */
async function sinks(files: Record<string, string>): Promise<TaintedSink[]> {
  const found: TaintedSink[] = [];
  const rule = defineRule({
    id: 'collected-sink',
    dimension: 'security',
    title: 'Sink',
    severity: 'info',
    confidence: 'low',
    fixKinds: [],
    since: '0.1.0',
    maturity: 'preview',
    messages: { gap: 'A sink.' },
    needs: ['taintedSink'],
    taintedSink: (sink) => void found.push(sink),
  });
  const session = openSession(memoryWorkspace({ 'package.json': manifest, ...files }), { rules: [rule], checks: [] });
  await session.scan();
  session.dispose();
  return found;
}

const handler = (body: string): string => `import express from 'express';
const app = express();
app.get('/x/:id', async (req, res) => {
${body}
});
`;

/** Category, kind of origin and its label, of everything that a handler puts into sinks. */
async function inHandler(body: string): Promise<string[]> {
  const found = await sinks({ 'src/app.ts': handler(body) });
  return found.map(({ category, origins }) => `${category} ${origins[0]?.from} ${origins[0]?.label}`);
}

describe('where values that reach sinks come from', () => {
  it('names the part of the request, whatever the category', async () => {
    assert.deepEqual(await inHandler('  await fetch(req.query.url as string);'), ['url request req.query.url']);
    assert.deepEqual(await inHandler('  const { next } = req.query;\n  res.redirect(next);'), ['redirect request next']);
    assert.deepEqual(await inHandler('  res.sendFile(`/data/${req.params.id}`);'), ['path request req.params.id']);
    assert.deepEqual(await inHandler("  res.send('<b>' + req.query.q + '</b>');"), ['html request req.query.q']);
    assert.deepEqual(await inHandler('  eval(req.body.code);'), ['code request req.body.code']);
  });
  it('follows names, defaults, text methods, assignments and callbacks', async () => {
    assert.deepEqual(await inHandler("  const url = String(req.query.url ?? 'none').trim();\n  await fetch(`${url}/x`);"), [
      'url request req.query.url',
    ]);
    assert.deepEqual(await inHandler('  let url: string;\n  url = req.body.url;\n  await fetch(url);'), ['url request url']);
    assert.deepEqual(await inHandler('  await Promise.all(req.body.urls.map((url) => fetch(url)));'), ['url request req.body.urls']);
    assert.deepEqual(
      await inHandler('  const join = (part: string) => `https://a.example/${part}`;\n  await fetch(join(req.params.id));'),
      ['url request req.params.id'],
    );
  });
  it('leaves constants, identities and cleaned values alone', async () => {
    assert.deepEqual(await inHandler("  await fetch('https://a.example');"), []);
    assert.deepEqual(await inHandler('  await fetch(`https://a.example/${encodeURIComponent(req.params.id)}`);'), []);
    assert.deepEqual(await inHandler('  await fetch(`https://a.example/${Number(req.params.id)}`);'), []);
    assert.deepEqual(await inHandler('  await fetch(`https://a.example/${req.user.id}`);'), ['url data req.user.id']);
    assert.deepEqual(
      await inHandler(
        "  const list = ['a'];\n  if (!list.includes(req.params.id)) return;\n  await fetch(`https://a.example/${req.params.id}`);",
      ),
      [],
    );
  });
  it('does not take a check that comes later for one', async () => {
    assert.deepEqual(
      await inHandler("  await fetch(`https://a.example/${req.params.id}`);\n  if (!['a'].includes(req.params.id)) return;"),
      ['url request req.params.id'],
    );
  });
  it('takes environment variables for what they are', async () => {
    assert.deepEqual(await inHandler('  await fetch(process.env.API_URL!);'), ['url environment process.env.API_URL']);
  });
  it('sees calls of functions in other files that hand a parameter on', async () => {
    const found = await sinks({
      'src/app.ts': handler("  await load(req.query.url as string);\n  await load('https://a.example');").replace(
        "'express';",
        "'express';\nimport { load } from './load';",
      ),
      'src/load.ts': "import { get } from './get';\nexport const load = (address: string) => get(address);\n",
      'src/get.ts': 'export async function get(url: string) {\n  return fetch(url);\n}\n',
    });
    const inApp = found.filter(({ file }) => file === 'src/app.ts');
    assert.deepEqual(
      inApp.map(({ category, label, inside }) => [category, label, inside?.file, inside?.label]),
      [['url', 'load', 'src/get.ts', 'fetch']],
    );
  });
});

const controller = (data: string): string => `import type { Request, Response } from 'express';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function create(req: Request, res: Response) {
  res.json(await prisma.order.create({ data: ${data} }));
}
`;
const routes = (chain: string): string => `import express from 'express';
import { z } from 'zod';
import { create } from './controller';
const app = express();
const schema = z.object({ sku: z.string() });
const check = (req, res, next) => { schema.parse(req.body); next(); };
app.post('/contact', ${chain});
export { check };
`;

describe('input of a handler that another file registers', () => {
  for (const [rule, data] of [
    ['mass-assignment', 'req.body'],
    ['unvalidated-input', '{ sku: req.body.sku }'],
  ] as const) {
    it(`is judged again when what runs before the handler changes (${rule})`, async () => {
      const session = openSession(
        memoryWorkspace({
          'package.json': JSON.stringify({ dependencies: { express: '5.1.0', '@prisma/client': '6.0.0', zod: '4.0.0' } }),
          'src/controller.ts': controller(data),
          'src/app.ts': routes('create'),
        }),
      );
      const open = () =>
        session
          .project()
          .findings.filter((finding) => finding.rule === rule)
          .map(({ location }) => location.file);
      await session.scan();
      assert.deepEqual(open(), ['src/controller.ts']);
      session.setText('src/app.ts', routes('check, create'), 2);
      await session.settle();
      assert.deepEqual(open(), []);
      session.setText('src/app.ts', routes('create'), 3);
      await session.settle();
      assert.deepEqual(open(), ['src/controller.ts']);
      session.dispose();
    });
  }
});
