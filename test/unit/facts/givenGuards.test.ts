import assert from 'node:assert/strict';
import { endpointsOf, expressGuard, openWith } from '../engine/liveProject';

const expressAuth = `${expressGuard}export const requireRole = (role) => (req, res, next) => {
  const user = jwt.verify(req.headers.authorization, process.env.SECRET);
  if (user.role !== role) return res.status(403).end();
  next();
};
export function countCalls(req, res, next) {
  calls += 1;
  next();
}
export const countKinds = (kind) => (req, res, next) => {
  calls += kind.length;
  next();
};
let calls = 0;
`;
const answer = '(req, res) => res.json([])';
const users = (parameters: string, body: string): string =>
  `import { Router } from 'express';\nexport function makeUsers(${parameters}) {\n  const router = Router();\n  ${body}\n  return router;\n}\n`;
const app = (body: string, more = ''): string =>
  `import express from 'express';\nimport { countCalls, countKinds, requireRole, requireUser } from './auth';\nimport { makeUsers } from './users';\n${more}const app = express();\n${body}\napp.listen(1);\n`;
const each = `router.use(guard);\n  router.get('/', ${answer});`;

const express: Record<string, [Record<string, string>, string[]]> = {
  'a guard': [
    { 'src/users.ts': users('guard', each), 'src/app.ts': app("app.use('/users', makeUsers(requireUser));") },
    ['present GET /users'],
  ],
  'something else under the name of a guard': [
    {
      'src/users.ts': users('requireUser', each.replace('guard', 'requireUser')),
      'src/app.ts': app("app.use('/users', makeUsers(countCalls));"),
    },
    ['absent GET /users'],
  ],
  'a guard for a single route': [
    {
      'src/users.ts': users('service, guard', `router.get('/', ${answer});\n  router.post('/', guard, ${answer});`),
      'src/app.ts': app("app.use('/users', makeUsers({}, requireUser));"),
    },
    ['absent GET /users', 'present POST /users'],
  ],
  'a guard with a type': [
    {
      'src/users.ts': users('guard: RequestHandler', each).replace('Router }', 'Router, type RequestHandler }'),
      'src/app.ts': app("app.use('/users', makeUsers(requireUser));"),
    },
    ['present GET /users'],
  ],
  'something else with a type and the name of a guard': [
    {
      'src/users.ts': users('authGuard: RequestHandler', each.replace('guard', 'authGuard')).replace(
        'Router }',
        'Router, type RequestHandler }',
      ),
      'src/app.ts': app("app.use('/users', makeUsers(countCalls));"),
    },
    ['absent GET /users'],
  ],
  'several guards': [
    {
      'src/users.ts': users('guards', each.replace('guard', '...guards')),
      'src/app.ts': app("app.use('/users', makeUsers([countCalls, requireUser]));"),
    },
    ['present GET /users'],
  ],
  'a guard among what it needs': [
    {
      'src/users.ts': users('deps', each.replace('guard', 'deps.requireUser')),
      'src/app.ts': app("app.use('/users', makeUsers({ requireUser, service: {} }));"),
    },
    ['present GET /users'],
  ],
  'no guard among what it needs': [
    {
      'src/users.ts': users('deps', each.replace('guard', 'deps.requireUser')),
      'src/app.ts': app("app.use('/users', makeUsers({ requireUser: countCalls }));"),
    },
    ['absent GET /users'],
  ],
  'a guard among groups of what it needs': [
    {
      'src/users.ts': users('deps', each.replace('guard', 'deps.guards.user')),
      'src/app.ts': app("app.use('/users', makeUsers({ guards: { user: requireUser } }));"),
    },
    ['present GET /users'],
  ],
  'what it needs, taken apart': [
    {
      'src/users.ts': users('{ service, requireUser: guard }', each),
      'src/app.ts': app("const deps = { service: {}, requireUser };\napp.use('/users', makeUsers(deps));"),
    },
    ['present GET /users'],
  ],
  'what it needs, taken apart inside': [
    {
      'src/users.ts': users('deps', `const { guard } = deps;\n  ${each}`),
      'src/app.ts': app("app.use('/users', makeUsers({ guard: requireUser }));"),
    },
    ['present GET /users'],
  ],
  'nothing, with a guard to fall back to': [
    {
      'src/users.ts': users('guard = requireUser', each).replace('\n', "\nimport { requireUser } from './auth';\n"),
      'src/app.ts': app("app.use('/users', makeUsers());"),
    },
    ['present GET /users'],
  ],
  'something else than the guard to fall back to': [
    {
      'src/users.ts': users('guard = requireUser', each).replace('\n', "\nimport { requireUser } from './auth';\n"),
      'src/app.ts': app("app.use('/users', makeUsers(countCalls));"),
    },
    ['absent GET /users'],
  ],
  nothing: [{ 'src/users.ts': users('guard', each), 'src/app.ts': app("app.use('/users', makeUsers());") }, ['unknown GET /users']],
  'what nobody can read': [
    { 'src/users.ts': users('guard', each), 'src/app.ts': app("app.use('/users', makeUsers(guards[process.env.GUARD]));") },
    ['unknown GET /users'],
  ],
  'the same twice': [
    {
      'src/users.ts': users('guard', each),
      'src/app.ts': app("app.use('/users', makeUsers(requireUser));\napp.use('/people', makeUsers(requireUser));"),
    },
    ['present GET /users'],
  ],
  'a guard once and something else once': [
    {
      'src/users.ts': users('guard', each),
      'src/app.ts': app("app.use('/users', makeUsers(requireUser));\napp.use('/people', makeUsers(countCalls));"),
    },
    ['unknown GET /users'],
  ],
  'a guard handed on': [
    {
      'src/users.ts': users('deps', each.replace('guard', 'deps.requireUser')),
      'src/api.ts':
        "import { Router } from 'express';\nimport { makeUsers } from './users';\nexport function makeApi(deps) {\n  const router = Router();\n  router.use('/users', makeUsers(deps));\n  return router;\n}\n",
      'src/app.ts': app("app.use('/api', makeApi({ requireUser }));", "import { makeApi } from './api';\n"),
    },
    ['present GET /api/users'],
  ],
  'a guard handed on by itself': [
    {
      'src/users.ts': users('guard', each),
      'src/api.ts':
        "import { Router } from 'express';\nimport { makeUsers } from './users';\nexport function makeApi({ auth }) {\n  const router = Router();\n  router.use('/users', makeUsers(auth.user));\n  return router;\n}\n",
      'src/app.ts': app("app.use('/api', makeApi({ auth: { user: requireUser } }));", "import { makeApi } from './api';\n"),
    },
    ['present GET /api/users'],
  ],
  'a guard beside the application': [
    {
      'src/users.ts': `import type { Express } from 'express';\nexport function addUsers(app: Express, { guard }) {\n  app.get('/users', guard, ${answer});\n}\n`,
      'src/app.ts': app('addUsers(app, { guard: requireUser });').replace('makeUsers', 'addUsers'),
    },
    ['present GET /users'],
  ],
  'something else beside the application': [
    {
      'src/users.ts': `import type { Express } from 'express';\nexport function addUsers(app: Express, guard) {\n  app.get('/users', guard, ${answer});\n}\n`,
      'src/app.ts': app('addUsers(app, countCalls);').replace('makeUsers', 'addUsers'),
    },
    ['absent GET /users'],
  ],
  'a guard in front of a router': [
    {
      'src/users.ts': users('requireUser', `const inner = Router();\n  inner.get('/', ${answer});\n  router.use(requireUser, inner);`),
      'src/app.ts': app("app.use('/users', makeUsers(requireUser));"),
    },
    ['present GET /users'],
  ],
  'something else in front of a router': [
    {
      'src/users.ts': users('requireUser', `const inner = Router();\n  inner.get('/', ${answer});\n  router.use(requireUser, inner);`),
      'src/app.ts': app("app.use('/users', makeUsers(countCalls));"),
    },
    ['absent GET /users'],
  ],
  'what makes a guard': [
    {
      'src/users.ts': users('role', each.replace('guard', "role('admin')")),
      'src/app.ts': app("app.use('/users', makeUsers(requireRole));"),
    },
    ['present GET /users'],
  ],
  'what makes no guard': [
    {
      'src/users.ts': users('role', each.replace('guard', "role('admin')")),
      'src/app.ts': app("app.use('/users', makeUsers(countKinds));"),
    },
    ['absent GET /users'],
  ],
  'a guard that was made': [
    { 'src/users.ts': users('guard', each), 'src/app.ts': app("app.use('/users', makeUsers(requireRole('admin')));") },
    ['present GET /users'],
  ],
  'a guard to what a module is': [
    {
      'src/users.js': `const { Router } = require('express');\nmodule.exports = (guard) => {\n  const router = Router();\n  ${each}\n  return router;\n};\n`,
      'src/app.js':
        "const express = require('express');\nconst { requireUser } = require('./auth');\nconst app = express();\napp.use('/users', require('./users')(requireUser));\napp.listen(1);\n",
    },
    ['present GET /users'],
  ],
};

const honoAuth = `import { verify } from 'hono/jwt';
export async function requireUser(c, next) {
  try {
    c.set('user', await verify(c.req.header('authorization') ?? '', process.env.SECRET!));
  } catch {
    return c.json({}, 401);
  }
  await next();
}
export async function countCalls(c, next) {
  await next();
}
`;
const honoApp = (call: string): string =>
  `import { Hono } from 'hono';\nimport { countCalls, requireUser } from './auth';\nimport { makeTodos } from './todos';\nconst app = new Hono().route('/todos', ${call});\nexport default app;\n`;
const todos =
  "import { Hono, type MiddlewareHandler } from 'hono';\nexport const makeTodos = (guard: MiddlewareHandler) => new Hono().use(guard).get('/', (c) => c.json([])).post('/', (c) => c.json([]));\n";
const fallback =
  "import { Hono, type MiddlewareHandler } from 'hono';\nimport { requireUser } from './auth';\nexport function makeTodos(guard: MiddlewareHandler = requireUser) {\n  const app = new Hono();\n  app.use('*', guard);\n  app.get('/', (c) => c.json([]));\n  return app;\n}\n";

const hono: Record<string, [Record<string, string>, string[]]> = {
  'a guard in a chain': [
    { 'src/todos.ts': todos, 'src/app.ts': honoApp('makeTodos(requireUser)') },
    ['present GET /todos', 'present POST /todos'],
  ],
  'something else in a chain': [
    { 'src/todos.ts': todos, 'src/app.ts': honoApp('makeTodos(countCalls)') },
    ['absent GET /todos', 'absent POST /todos'],
  ],
  'something else of a package, under the name of a guard': [
    {
      'src/todos.ts': todos.replaceAll('guard', 'authGuard'),
      'src/app.ts': honoApp('makeTodos(counted())').replace('\n', "\nimport { counted } from '@corner/counts';\n"),
    },
    ['absent GET /todos', 'absent POST /todos'],
  ],
  'nothing, with a guard to fall back to': [{ 'src/todos.ts': fallback, 'src/app.ts': honoApp('makeTodos()') }, ['present GET /todos']],
  'something else than the guard to fall back to': [
    { 'src/todos.ts': fallback, 'src/app.ts': honoApp('makeTodos(countCalls)') },
    ['absent GET /todos'],
  ],
  'a guard for routers beneath': [
    {
      'src/all.ts':
        "import { Hono } from 'hono';\nimport { notes } from './notes';\nexport function makeAll(guard) {\n  const app = new Hono();\n  app.use('*', guard);\n  app.route('/notes', notes);\n  return app;\n}\n",
      'src/notes.ts': "import { Hono } from 'hono';\nexport const notes = new Hono().get('/', (c) => c.json([]));\n",
      'src/app.ts':
        "import { Hono } from 'hono';\nimport { requireUser } from './auth';\nimport { makeAll } from './all';\nexport default new Hono().route('/v1', makeAll(requireUser));\n",
    },
    ['present GET /v1/notes'],
  ],
};

const koa: Record<string, [Record<string, string>, string[]]> = {};
for (const [name, given, expected] of [
  ['a guard', 'requireUser', 'present GET /users'],
  ['something else', 'countCalls', 'absent GET /users'],
] as const) {
  koa[name] = [
    {
      'src/users.ts':
        "import Router from '@koa/router';\nexport function makeUsers({ guard }) {\n  const router = new Router();\n  router.use(guard);\n  router.get('/users', (ctx) => { ctx.body = []; });\n  return router;\n}\n",
      'src/app.ts': `import Koa from 'koa';\nimport { countCalls, requireUser } from './auth';\nimport { makeUsers } from './users';\nconst app = new Koa();\napp.use(makeUsers({ guard: ${given} }).routes());\napp.listen(1);\n`,
    },
    [expected],
  ];
}
const koaAuth =
  "import jwt from 'jsonwebtoken';\nexport async function requireUser(ctx, next) {\n  try {\n    ctx.state.user = jwt.verify(ctx.get('authorization'), process.env.SECRET);\n  } catch {\n    ctx.throw(401);\n  }\n  await next();\n}\nexport async function countCalls(ctx, next) {\n  await next();\n}\n";

const fastifyAuth =
  "import jwt from 'jsonwebtoken';\nexport async function requireUser(request, reply) {\n  try {\n    request.user = jwt.verify(request.headers.authorization, process.env.SECRET);\n  } catch {\n    return reply.code(401).send({});\n  }\n}\nexport async function countCalls(request) {\n  request.counted = true;\n}\n";
const fastifyApp = (body: string): string =>
  `import Fastify from 'fastify';\nimport { countCalls, requireUser } from './auth';\nimport { users } from './users';\nconst app = Fastify();\n${body}\napp.listen({ port: 1 });\n`;
const byOption = "export async function users(fastify, opts) {\n  fastify.get('/', { preHandler: opts.preHandler }, async () => []);\n}\n";
const byHook =
  "export const users = async (fastify, { guard }) => {\n  fastify.addHook('onRequest', guard);\n  fastify.get('/', async () => []);\n};\n";
const byMaker =
  "export function users(guard) {\n  return async function (fastify) {\n    fastify.get('/', { onRequest: [guard] }, async () => []);\n  };\n}\n";

const fastify: Record<string, [Record<string, string>, string[]]> = {
  'a hook in the options of a plugin': [
    { 'src/users.ts': byOption, 'src/app.ts': fastifyApp("app.register(users, { prefix: '/users', preHandler: requireUser });") },
    ['present GET /users'],
  ],
  'another hook in the options of a plugin': [
    { 'src/users.ts': byOption, 'src/app.ts': fastifyApp("app.register(users, { prefix: '/users', preHandler: countCalls });") },
    ['absent GET /users'],
  ],
  'no hook in the options of a plugin': [
    { 'src/users.ts': byOption, 'src/app.ts': fastifyApp("app.register(users, { prefix: '/users' });") },
    ['unknown GET /users'],
  ],
  'a hook in the options, taken apart': [
    { 'src/users.ts': byHook, 'src/app.ts': fastifyApp("app.register(users, { prefix: '/users', guard: requireUser });") },
    ['present GET /users'],
  ],
  'a hook once, another once': [
    {
      'src/users.ts': byHook,
      'src/app.ts': fastifyApp(
        "app.register(users, { prefix: '/users', guard: requireUser });\napp.register(users, { prefix: '/people', guard: countCalls });",
      ),
    },
    ['unknown GET /users'],
  ],
  'a hook to what makes the plugin': [
    { 'src/users.ts': byMaker, 'src/app.ts': fastifyApp("app.register(users(requireUser), { prefix: '/users' });") },
    ['present GET /users'],
  ],
  'another hook to what makes the plugin': [
    { 'src/users.ts': byMaker, 'src/app.ts': fastifyApp("app.register(users(countCalls), { prefix: '/users' });") },
    ['absent GET /users'],
  ],
};

describe('Guards that functions are given', () => {
  const all: Record<string, [Record<string, string>, typeof express, string]> = {
    Express: [{ express: '5.1.0' }, express, expressAuth],
    Hono: [{ hono: '4.13.19' }, hono, honoAuth],
    Koa: [{ koa: '3.0.0', '@koa/router': '14.0.0' }, koa, koaAuth],
    Fastify: [{ fastify: '5.0.0' }, fastify, fastifyAuth],
  };
  for (const [framework, [dependencies, cases, auth]] of Object.entries(all)) {
    for (const [name, [files, expected]] of Object.entries(cases)) {
      it(`${framework}: ${name}`, async () =>
        assert.deepEqual(endpointsOf(await openWith(dependencies, { 'src/auth.ts': auth, ...files })), expected));
    }
  }

  it('judges endpoints again when another guard is given, and no file without them', async () => {
    const other = "import { Router } from 'express';\nexport const other = Router().get('/', (req, res) => res.json([]));\n";
    const project = await openWith(
      { express: '5.1.0' },
      {
        'src/auth.ts': expressAuth,
        'src/users.ts': users('guard', each),
        'src/other.ts': other,
        'src/app.ts': app("app.use('/users', makeUsers(requireUser));\napp.use('/other', other);", "import { other } from './other';\n"),
      },
    );
    assert.deepEqual(endpointsOf(project), ['absent GET /other', 'present GET /users']);
    project.type('src/app.ts', 'makeUsers(requireUser)', 'makeUsers(countCalls)');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent GET /other', 'absent GET /users']);
    // The file that was edited is judged at once; of the others, only the one with the routes.
    assert.equal(project.session.rejudged, 1);
    project.type('src/app.ts', 'makeUsers(countCalls)', 'makeUsers(requireUser)');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent GET /other', 'present GET /users']);
    project.type('src/auth.ts', 'return res.status(401).end();', '');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent GET /other', 'absent GET /users']);
  });
});
