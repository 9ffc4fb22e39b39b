import assert from 'node:assert/strict';
import { endpointsOf, expressGuard, openWith } from '../engine/liveProject';

const ok = '(req, res) => { res.json([]); }';
const endpoints = async (dependencies: Record<string, string>, files: Record<string, string>): Promise<string[]> => {
  const project = await openWith(dependencies, { 'src/auth.js': expressGuard, ...files });
  const found = endpointsOf(project);
  project.session.dispose();
  return found;
};
const express = { express: '4.21.0' };

describe('functions that put endpoints on an application they are given, without types', () => {
  it('are known by what they do, and stand where they are called', async () => {
    assert.deepEqual(
      await endpoints(express, {
        'src/app.js':
          "const express = require('express');\nconst { requireUser } = require('./auth');\nconst app = express();\nrequire('./open')(app);\napp.use(requireUser);\nrequire('./orders')(app, {});\n",
        'src/open.js': `module.exports = (app) => {\n  app.get('/drafts', ${ok});\n};\n`,
        'src/orders.js': `const list = ${ok};\nconst orders = (app, db) => {\n  app.route('/orders').get(list).post(list);\n};\nmodule.exports = orders;\n`,
      }),
      ['absent GET /drafts', 'present GET /orders', 'present POST /orders'],
    );
  });

  it('and are given a router where one has that name', async () => {
    assert.deepEqual(
      await endpoints(express, {
        'src/app.js':
          "import express, { Router } from 'express';\nimport { requireUser } from './auth';\nimport orders from './orders';\nconst app = express();\nconst router = Router();\norders(router);\napp.use('/api', requireUser, router);\n",
        'src/orders.js': `export default function (router) {\n  router.delete('/orders/:id', ${ok});\n}\n`,
      }),
      ['present DELETE /api/orders/:id'],
    );
  });

  it('are none where they ask another server', async () => {
    assert.deepEqual(
      await endpoints(express, {
        'src/client.js':
          "export async function load(api) {\n  const users = await api.get('/users', { limit: 3 });\n  return api.post('/reports', users);\n}\nexport const save = (server, order) => server.post('/orders', order);\nexport const all = (server) => Promise.all([server.get('/a'), server.get('/b')]);\n",
      }),
      [],
    );
  });

  it('are none of a framework that the package does not use', async () =>
    assert.deepEqual(
      await endpoints({ grunt: '1.6.1' }, { 'Gruntfile.js': "module.exports = (app) => {\n  app.use('/files', 'x');\n};\n" }),
      [],
    ));

  it('of Koa, Hono and Fastify are known as well', async () => {
    assert.deepEqual(
      await endpoints(
        { koa: '3.0.0', '@koa/router': '13.1.0' },
        {
          'src/app.js':
            "const Koa = require('koa');\nconst Router = require('@koa/router');\nconst app = new Koa();\nconst router = new Router();\nrequire('./orders')(router);\napp.use(router.routes());\n",
          'src/orders.js': "module.exports = (router) => {\n  router.post('/orders', async (ctx) => { ctx.body = {}; });\n};\n",
        },
      ),
      ['absent POST /orders'],
    );
    assert.deepEqual(
      await endpoints(
        { hono: '4.6.0' },
        {
          'src/app.js':
            "import { Hono } from 'hono';\nimport { orders } from './orders';\nconst app = new Hono();\norders(app);\nexport default app;\n",
          'src/orders.js': "export function orders(app) {\n  app.post('/orders', (c) => c.json({}));\n}\n",
        },
      ),
      ['absent POST /orders'],
    );
    assert.deepEqual(
      await endpoints(
        { fastify: '5.1.0' },
        {
          'src/app.js':
            "import Fastify from 'fastify';\nimport { orders } from './orders';\nconst app = Fastify();\norders(app);\napp.listen({ port: 3000 });\n",
          'src/orders.js': "export function orders(app) {\n  app.post('/orders', async (request, reply) => ({}));\n}\n",
        },
      ),
      ['absent POST /orders'],
    );
  });
});
