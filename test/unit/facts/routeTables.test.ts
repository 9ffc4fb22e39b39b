import assert from 'node:assert/strict';
import { answersOf, expressGuard, openLive } from '../engine/liveProject';

const auth = `${expressGuard}export async function hook(request, reply) {
  try {
    request.user = jwt.verify(request.headers.authorization, process.env.SECRET);
  } catch {
    return reply.code(401).send({});
  }
}
export async function known(c, next) {
  try {
    c.set('user', jwt.verify(c.req.header('authorization'), process.env.SECRET));
  } catch {
    return c.json({}, 401);
  }
  await next();
}
export function countCalls(req, res, next) {
  next();
}
`;
const imports = "import express from 'express';\nimport { countCalls, requireUser } from './auth';\n";
const answer = '(req, res) => res.json([])';
const express = (body: string): string => `${imports}const app = express();\nconst list = ${answer};\n${body}\napp.listen(1);\n`;
const rows = `const routes = [
  { method: 'get', path: '/users', middleware: [requireUser], handler: list },
  { method: 'POST', path: '/open', middleware: [countCalls], handler: ${answer} },
  { method: 'delete', path: '/gone', handler: list },
];
`;
const both = ['DELETE /gone absent', 'GET /users present', 'POST /open absent'];

const cases: Record<string, [string, string[]]> = {
  'rows with methods, in forEach': [
    express(`${rows}routes.forEach((r) => app[r.method](r.path, ...(r.middleware ?? []), r.handler));`.replace("'POST'", "'post'")),
    both,
  ],
  'rows with methods in any case': [
    express(`${rows}routes.forEach((r) => app[r.method.toLowerCase()](r.path, ...(r.middleware || []), r.handler));`),
    both,
  ],
  'rows with methods, in a loop': [
    express(
      `${rows}for (const route of routes) {\n  app[route.method.toLowerCase()](route.path, route.middleware ?? [], route.handler);\n}`,
    ),
    both,
  ],
  'rows that are taken apart': [
    express(
      `${rows}for (const { method, path, middleware = [], handler } of routes) app[method.toLowerCase()](path, ...middleware, handler);`,
    ),
    both,
  ],
  'rows that are taken apart inside': [
    express(
      `${rows}routes.forEach((route) => {\n  const { method, path, handler, middleware } = route;\n  app[method.toLowerCase()](path, ...(middleware ?? []), handler);\n});`,
    ),
    both,
  ],
  'rows that are lists': [
    express(
      `const routes = [\n  ['get', '/users', requireUser, list],\n  ['post', '/open', countCalls, list],\n];\nfor (const [method, path, guard, handler] of routes) app[method](path, guard, handler);`,
    ),
    ['GET /users present', 'POST /open absent'],
  ],
  'rows of several tables': [
    express(
      `const open = [{ path: '/open', guards: [], handler: list }];\nconst closed = [{ path: '/users', guards: [requireUser], handler: list }];\n[...open, ...closed].forEach((r) => app.get(r.path, ...r.guards, r.handler));`,
    ),
    ['GET /open absent', 'GET /users present'],
  ],
  'one method for all': [
    express(
      `const routes = [{ path: '/users', handler: list }, { path: '/open', handler: list }];\nfor (const r of routes) app.get(r.path, requireUser, r.handler);`,
    ),
    ['GET /open present', 'GET /users present'],
  ],
  'names and handlers': [
    express(
      `const table = { '/users': [requireUser, list], '/open': list };\nfor (const [path, handler] of Object.entries(table)) app.get(path, handler);`,
    ),
    ['GET /open absent', 'GET /users present'],
  ],
  'a router in a class': [
    express(
      `class Users {\n  router = express.Router();\n  routes = [];\n  constructor() {\n    const table = [{ method: 'get', path: '/me', guard: requireUser, handler: list }, { method: 'put', path: '/me', guard: countCalls, handler: list }];\n    for (const r of table) this.router[r.method](r.path, r.guard, r.handler);\n  }\n}\napp.use('/users', new Users().router);`,
    ),
    ['GET /users/me present', 'PUT /users/me absent'],
  ],
  'a table that nobody can read': [express(`loadRoutes().forEach((r) => app[r.method](r.path, r.handler));`), ['ALL /* unknown']],
  'a table that stands elsewhere': [
    express(`function add(routes) {\n  for (const r of routes) app[r.method](r.path, r.handler);\n}\nadd(loadRoutes());`),
    ['ALL /* unknown'],
  ],
  'a method that nobody can read': [express(`const verb = process.env.VERB;\napp[verb]('/users', requireUser, list);`), ['ALL /* unknown']],
  'no route behind a name in brackets': [
    express(`const setting = process.env.SETTING;\napp[setting]('x');\napp.get('/open', list);`),
    ['GET /open absent'],
  ],
  'methods that are written out': [express(`app['get']('/users', requireUser, list);`), ['GET /users present']],
  'something else with names in brackets': [
    express(`const counts = { get: (path) => path };\ncounts[process.env.VERB]('/users');\napp.get('/open', list);`),
    ['GET /open absent'],
  ],
};

const fastify = (body: string): string =>
  `import Fastify from 'fastify';\nimport { hook } from './auth';\nconst app = Fastify();\n${body}\napp.listen({ port: 1 });\n`;
const hono = (body: string): string =>
  `import { Hono } from 'hono';\nimport { known } from './auth';\nconst app = new Hono();\n${body}\nexport default app;\n`;
const others: Record<string, [string, string[]]> = {
  'Fastify: options in a table': [
    fastify(
      "const routes = [\n  { method: 'GET', url: '/users', preHandler: hook, handler: async () => [] },\n  { method: ['POST', 'PUT'], url: '/open', handler: async () => [] },\n];\nroutes.forEach((route) => app.route(route));",
    ),
    ['GET /users present', 'POST /open absent', 'PUT /open absent'],
  ],
  'Fastify: a method from a table': [
    fastify(
      "const routes = [{ method: 'get', url: '/users', opts: { onRequest: hook }, handler: async () => [] }];\nfor (const { method, url, opts, handler } of routes) app[method](url, opts, handler);",
    ),
    ['GET /users present'],
  ],
  'Hono: a method from a table': [
    hono(
      "const routes = [\n  { method: 'get', path: '/users', guards: [known], handler: (c) => c.json([]) },\n  { method: 'post', path: '/open', guards: [], handler: (c) => c.json([]) },\n] as const;\nfor (const r of routes) app[r.method](r.path, ...r.guards, r.handler);",
    ),
    ['GET /users present', 'POST /open absent'],
  ],
  'Hono: methods in a list': [
    hono(
      "const routes = [{ methods: ['GET', 'PUT'], path: '/users', handler: (c) => c.json([]) }];\nroutes.forEach((r) => app.on(r.methods, r.path, known, r.handler));",
    ),
    ['GET /users present', 'PUT /users present'],
  ],
};

describe('Routes in tables', () => {
  for (const [name, [app, expected]] of [...Object.entries(cases), ...Object.entries(others)]) {
    it(name, async () => {
      const { session, failures } = await openLive({
        'package.json': '{"dependencies":{"express":"5.1.0","fastify":"5.0.0","hono":"4.13.19","jsonwebtoken":"9.0.2"}}',
        'src/auth.ts': auth,
        'src/app.ts': app,
      });
      assert.deepEqual(failures, []);
      assert.deepEqual(answersOf(session).sort(), expected);
    });
  }

  it('change row by row', async () => {
    const { session, type } = await openLive({
      'package.json': '{"dependencies":{"express":"5.1.0","jsonwebtoken":"9.0.2"}}',
      'src/auth.ts': auth,
      'src/app.ts': cases['rows with methods, in a loop']![0],
    });
    type('src/app.ts', 'middleware: [countCalls]', 'middleware: [requireUser]');
    await session.settle();
    assert.deepEqual(answersOf(session).sort(), ['DELETE /gone absent', 'GET /users present', 'POST /open present']);
  });
});
