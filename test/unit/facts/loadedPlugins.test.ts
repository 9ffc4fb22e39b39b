import assert from 'node:assert/strict';
import { endpointsOf, openWith } from '../engine/liveProject';

const fastify = { fastify: '5.1.0', '@fastify/jwt': '9.0.0', '@fastify/bearer-auth': '10.0.0' };
const endpoints = async (dependencies: Record<string, string>, source: string): Promise<string[]> => {
  const project = await openWith(dependencies, { 'src/app.js': source });
  const found = endpointsOf(project);
  project.session.dispose();
  return found;
};

describe('plugins that are loaded with require', () => {
  for (const [how, lines] of Object.entries({
    'in place': "app.register(require('@fastify/jwt'), { secret: process.env.S });",
    'into a constant': "const tokens = require('@fastify/jwt');\napp.register(tokens, { secret: process.env.S });",
  }))
    it(`guard nothing that they only make guards for, loaded ${how}`, async () =>
      assert.deepEqual(
        await endpoints(
          fastify,
          `const app = require('fastify')();\n${lines}\napp.get('/orders', async () => []);\napp.get('/mine', { onRequest: (request) => request.jwtVerify() }, async () => []);\n`,
        ),
        ['absent GET /orders', 'present GET /mine'],
      ));

  it('guard what they put their hook on', async () =>
    assert.deepEqual(
      await endpoints(
        fastify,
        "const app = require('fastify')();\napp.register(require('@fastify/bearer-auth'), { keys });\napp.get('/orders', async () => []);\n",
      ),
      ['present GET /orders'],
    ));

  it('of Koa let strangers through where they are told to', async () =>
    assert.deepEqual(
      await endpoints(
        { koa: '2.15.0', '@koa/router': '13.1.0', 'koa-jwt': '4.0.0' },
        "const Koa = require('koa');\nconst Router = require('@koa/router');\nconst jwt = require('koa-jwt');\nconst app = new Koa();\nconst router = new Router();\nconst list = (ctx) => { ctx.body = []; };\nrouter.get('/orders', jwt({ secret: process.env.S, passthrough: true }), list);\nrouter.get('/mine', jwt({ secret: process.env.S }), list);\napp.use(router.routes());\n",
      ),
      ['absent GET /orders', 'present GET /mine'],
    ));
});
