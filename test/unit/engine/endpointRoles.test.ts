import assert from 'node:assert/strict';
import type { RouteRow } from '../../../src/engine/api';
import type { EndpointRole } from '../../../src/model/roles';
import { openLive } from './liveProject';

async function row(dependencies: Record<string, string>, file: string, text: string, key: string): Promise<RouteRow> {
  const { session } = await openLive({ 'package.json': JSON.stringify({ dependencies }), [file]: text });
  const found = session.routes().find(({ method, path }) => `${method} ${path}` === key);
  assert.ok(
    found,
    session
      .routes()
      .map(({ method, path }) => `${method} ${path}`)
      .join(),
  );
  return found;
}

const express = (version: string, rest: string): Promise<RouteRow> =>
  row(
    { express: version, multer: '2.0.0', zod: '4.0.0', pino: '9.0.0' },
    'src/app.ts',
    `import express from 'express';\nimport multer from 'multer';\nimport { z } from 'zod';\nimport pino from 'pino';\nconst log = pino();\nconst upload = multer();\nconst schema = z.object({ name: z.string() });\nconst app = express();\n${rest}\napp.listen(1);\n`,
    'POST /a',
  );

function verdict(route: RouteRow, role: EndpointRole): string {
  return `${route.roles[role]}: ${route.evidence[role] ?? ''}`;
}

describe('The roles of an endpoint', () => {
  it('count what the handler itself validates', async () => {
    assert.equal(
      verdict(
        await express('5.0.0', "app.post('/a', (req, res) => { const order = schema.parse(req.body); res.json(order.name); });"),
        'validation',
      ),
      'present: schema.parse',
    );
    assert.equal(
      verdict(
        await express(
          '5.0.0',
          "app.post('/a', (req, res) => { const order = req.body; schema.parse(req.query); save(order.name); res.json(1); });",
        ),
        'validation',
      ),
      'absent: what is sent as body is used unchecked',
    );
    assert.equal(
      verdict(await express('5.0.0', "app.post('/a', (req, res) => { res.json(1); });"), 'validation'),
      'absent: no input was seen',
    );
  });

  it('say where errors of the handler go', async () => {
    const failing = "app.post('/a', async (req, res) => { res.json(await fetch('http://b')); });";
    assert.match(verdict(await express('4.0.0', failing), 'error-handling'), /^absent/);
    assert.equal(verdict(await express('5.0.0', failing), 'error-handling'), 'present: Express answers for errors');
    assert.match(
      verdict(
        await express(
          '4.0.0',
          "app.post('/a', async (req, res) => { try { res.json(await fetch('http://b')); } catch { res.status(502).end(); } });",
        ),
        'error-handling',
      ),
      /^present/,
    );
  });

  it('take the limits of a framework for what they are, and uploads for unlimited until one is seen', async () => {
    assert.match(
      verdict(await express('5.0.0', "app.use(express.json());\napp.post('/a', (req, res) => { res.json(req.body.b); });"), 'body-limit'),
      /^present/,
    );
    assert.equal(
      verdict(await express('5.0.0', "app.post('/a', upload.single('photo'), (req, res) => { res.json(req.body.b); });"), 'body-limit'),
      "absent: upload.single('photo') takes bodies of any size",
    );
    assert.equal(
      verdict(
        await express('5.0.0', "app.post('/a', multer(given).single('photo'), (req, res) => { res.json(req.body.b); });"),
        'body-limit',
      ),
      "unknown: multer(given).single('photo') has no limit unless it is given one",
    );
  });

  it('know what is logged, and where only an option of the application tells', async () => {
    assert.match(verdict(await express('5.0.0', "app.post('/a', (req, res) => { log.info('a'); res.json(1); });"), 'logging'), /^present/);
    assert.match(verdict(await express('5.0.0', "app.post('/a', (req, res) => { res.json(1); });"), 'logging'), /^absent/);
    const fastify = (options: string) =>
      row(
        { fastify: '5.0.0' },
        'src/app.ts',
        `import Fastify from 'fastify';\nconst app = Fastify(${options});\napp.get('/a', async () => 1);\napp.listen({ port: 1 });\n`,
        'GET /a',
      );
    assert.match(verdict(await fastify(''), 'logging'), /^absent/);
    assert.match(verdict(await fastify('{ logger: true }'), 'logging'), /^present/);
    assert.equal(
      verdict(await fastify("{ logger: process.env.NODE_ENV !== 'test' }"), 'logging'),
      'unknown: logger may write requests down',
    );
  });

  it('count a shared secret as a signature, and the origin check of actions against forgery', async () => {
    const secret = await express(
      '5.0.0',
      "app.post('/a', (req, res) => { if (req.headers['x-key'] !== process.env.API_KEY) return res.status(401).end(); res.json(1); });",
    );
    assert.match(verdict(secret, 'signature'), /^present/);
    const action = await row(
      { next: '15.0.0' },
      'app/actions.ts',
      "'use server';\nexport async function save(name: string) { return fetch('http://b/' + name); }\n",
      'ACTION save',
    );
    assert.match(verdict(action, 'csrf'), /^present: Next\.js/);
  });
});
