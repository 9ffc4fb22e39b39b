import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installFrameworks } from '../crosscheck/install';
import { startNext } from '../crosscheck/startNext';
import { fixAll } from '../harness/fixing';
import type { Files } from '../harness/project';

interface Case {
  title: string;
  /** Key of the starters of the cross-check; Next.js starts itself. */
  run: 'express' | 'fastify' | 'koa' | 'hono' | 'next';
  files: Files;
  /** Address that the fix adds. */
  path: string;
  /** Address that only those who know the secret may see. */
  guarded: string;
}

const manifest = (dependencies: object): string => JSON.stringify({ name: 'shop', dependencies });
const secret = 'swordfish';
const express = (version: string): Case => ({
  title: `Express ${version}`,
  run: 'express',
  path: '/healthz',
  guarded: '/orders',
  files: {
    'package.json': manifest({ express: `${version}.0.0` }),
    'src/app.js': `import express from 'express';

const app = express();

app.use((req, res, next) => {
  if (req.headers.authorization !== process.env.SHOP_SECRET) return res.status(401).json({ error: 'Unauthorized' });
  next();
});
app.get('/orders', (req, res) => res.json([]));
app.use((req, res) => res.status(404).json({ error: 'Not found' }));

export default app;
`,
  },
});

const cases: Case[] = [
  express('4'),
  express('5'),
  {
    title: 'Fastify',
    run: 'fastify',
    path: '/healthz',
    guarded: '/orders',
    files: {
      'package.json': manifest({ fastify: '5.0.0' }),
      'src/app.js': `import Fastify from 'fastify';

const app = Fastify();

app.register(async (orders) => {
  orders.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization !== process.env.SHOP_SECRET) return reply.code(401).send({ error: 'Unauthorized' });
  });
  orders.get('/orders', async () => []);
});
app.get('/version', async () => ({ version: 1 }));

export default app;
`,
    },
  },
  {
    title: 'Koa',
    run: 'koa',
    path: '/healthz',
    guarded: '/orders',
    files: {
      'package.json': manifest({ koa: '3.0.0', '@koa/router': '15.0.0' }),
      'src/app.js': `import Router from '@koa/router';
import Koa from 'koa';

const app = new Koa();
const router = new Router();

async function requireSecret(ctx, next) {
  if (ctx.get('authorization') !== process.env.SHOP_SECRET) ctx.throw(401);
  await next();
}

router.get('/orders', requireSecret, (ctx) => {
  ctx.body = [];
});
app.use(router.routes());

export default app;
`,
    },
  },
  {
    title: 'Hono',
    run: 'hono',
    path: '/healthz',
    guarded: '/orders',
    files: {
      'package.json': manifest({ hono: '4.0.0', '@hono/node-server': '2.0.0' }),
      Dockerfile: 'FROM node:22\nCMD ["node", "src/app.js"]\n',
      'src/app.js': `import { Hono } from 'hono';

const app = new Hono();

app.use(async (c, next) => {
  if (c.req.header('authorization') !== process.env.SHOP_SECRET) return c.json({ error: 'Unauthorized' }, 401);
  await next();
});
app.get('/orders', (c) => c.json([]));

export default app;
`,
    },
  },
  {
    title: 'Next.js',
    run: 'next',
    path: '/api/health',
    guarded: '/api/orders',
    files: {
      'package.json': manifest({ next: '16.0.0' }),
      Dockerfile: 'FROM node:22\nCMD ["npx", "next", "start"]\n',
      'app/api/orders/route.ts': `export async function GET(request: Request) {
  if (request.headers.get('authorization') !== process.env.SHOP_SECRET) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json([]);
}
`,
    },
  },
];

describe('the health endpoint that a fix adds', function () {
  this.timeout(120_000);
  let packages = '';
  const before_ = process.env.SHOP_SECRET;

  before(async function () {
    this.timeout(300_000);
    packages = await installFrameworks();
    process.env.SHOP_SECRET = secret;
  });

  after(() => {
    if (before_ === undefined) delete process.env.SHOP_SECRET;
    else process.env.SHOP_SECRET = before_;
  });

  for (const one of cases) {
    it(`answers everybody in ${one.title}, where the rest is guarded as before`, async () => {
      const status = async (files: Files, asked: string, token?: string): Promise<number> => {
        const { port, close } = await start(one, files, packages);
        try {
          const response = await fetch(`http://127.0.0.1:${port}${asked}`, {
            headers: { connection: 'close', ...(token === undefined ? {} : { authorization: token }) },
          });
          const text = await response.text();
          if (asked === one.path && response.status === 200) assert.deepEqual(JSON.parse(text), { status: 'ok' });
          return response.status;
        } finally {
          await close();
        }
      };
      assert.notEqual(await status(one.files, one.path), 200, 'it was not there');
      const { files, applied, problems } = await fixAll(one.files, 'missing-health-endpoint');
      assert.deepEqual(problems, []);
      assert.equal(applied.length, 1);
      assert.equal(await status(files, one.path), 200);
      assert.equal(await status(files, one.guarded), 401);
      assert.equal(await status(files, one.guarded, secret), 200);
    });
  }
});

/** Starts an application with the real framework. */
async function start({ run, title }: Case, files: Files, packages: string): Promise<{ port: number; close(): Promise<void> }> {
  if (run === 'next') return startNext(packages, files);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gap-health-'));
  await symlink(path.join(packages, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const alias = title === 'Express 4' ? "from 'express4'" : "from 'express'";
  for (const [file, text] of Object.entries({ ...files, 'package.json': '{ "type": "module" }' })) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text.replace("from 'express'", alias));
  }
  await cp('test/crosscheck/packages/serve.mjs', path.join(folder, 'serve.mjs'));
  const load = async (file: string): Promise<Record<string, unknown>> =>
    (await import(pathToFileURL(path.join(folder, file)).href)) as Record<string, unknown>;
  const { serve } = (await load('serve.mjs')) as {
    serve(framework: string, app: unknown): Promise<{ port: number; close(): Promise<void> }>;
  };
  const running = await serve(run, (await load('src/app.js'))['default']);
  return { port: running.port, close: () => running.close().finally(() => rm(folder, { recursive: true, force: true, maxRetries: 3 })) };
}
