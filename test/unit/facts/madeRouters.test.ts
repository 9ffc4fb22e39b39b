import assert from 'node:assert/strict';
import { endpointsOf, expressGuard, openWith } from '../engine/liveProject';

const honoAuth = `import type { Context, Next } from 'hono';
import { verify } from 'hono/jwt';
export async function requireUser(c: Context, next: Next) {
  try {
    c.set('user', await verify(c.req.header('authorization') ?? '', process.env.SECRET!));
  } catch {
    return c.json({}, 401);
  }
  await next();
}
`;

const koaAuth = `import jwt from 'jsonwebtoken';
export async function requireUser(ctx, next) {
  try {
    ctx.state.user = jwt.verify(ctx.get('authorization'), process.env.SECRET);
  } catch {
    ctx.throw(401);
  }
  await next();
}
`;

const ok = '(c) => c.json([])';
const users = `import { Hono } from 'hono';
export function createUsers(service) {
  const app = new Hono();
  app.get('/', ${ok});
  app.post('/', ${ok});
  return app;
}
`;
const honoHead = "import { Hono } from 'hono';\nimport { requireUser } from './auth';\nimport { createUsers } from './users';\n";
const expressHead =
  "import express, { Router } from 'express';\nimport { requireUser } from './auth';\nimport { makeUsers } from './users';\n";
const makeUsers =
  "import { Router } from 'express';\nexport function makeUsers(deps) {\n  const router = Router();\n  router.get('/', (req, res) => res.json([]));\n  return router;\n}\n";

const hono: Record<string, [Record<string, string>, string[]]> = {
  'mounted in a chain': [
    {
      'src/users.ts': users,
      'src/app.ts': `${honoHead}const app = new Hono();\nconst routes = app.use('/users/*', requireUser).route('/users', createUsers({})).get('/open', ${ok});\nexport type AppType = typeof routes;\nexport default app;\n`,
    },
    ['absent GET /open', 'present GET /users', 'present POST /users'],
  ],
  'mounted in a chain that a function gives': [
    {
      'src/users.ts': users,
      'src/routes.ts': `${honoHead}export const route = (service) => new Hono().route('/open', createUsers(service)).use(requireUser).route('/users', createUsers(service));\n`,
      'src/app.ts':
        "import { Hono } from 'hono';\nimport { route } from './routes';\nconst app = new Hono().basePath('/api');\napp.route('/v1', route({}));\nexport default app;\n",
    },
    // Both are made by one function, and one of them is open.
    ['absent GET /api/v1/open', 'absent POST /api/v1/open'],
  ],
  'made by an arrow that gives a chain': [
    {
      'src/users.ts': `import { Hono } from 'hono';\nimport { requireUser } from './auth';\nexport const createUsers = () => new Hono().get('/open', ${ok}).use(requireUser).get('/me', ${ok}).post('/me', ${ok});\n`,
      'src/app.ts': `${honoHead}const app = new Hono();\napp.route('/users', createUsers());\nexport default app;\n`,
    },
    ['absent GET /users/open', 'present GET /users/me', 'present POST /users/me'],
  ],
  'kept in a constant that another file mounts': [
    {
      'src/users.ts': `${users}export const usersRoute = createUsers({});\n`,
      'src/app.ts':
        "import { Hono } from 'hono';\nimport { requireUser } from './auth';\nimport { usersRoute } from './users';\nexport const app = new Hono();\napp.use(requireUser);\napp.route('/users', usersRoute);\n",
    },
    ['present GET /users', 'present POST /users'],
  ],
  'added to by whoever asked for it, each by itself': [
    {
      'src/make.ts':
        "import { Hono } from 'hono';\nexport function makeApp() {\n  const app = new Hono();\n  app.onError((error, c) => c.json({}, 500));\n  return app;\n}\n",
      'src/a.ts': `import { makeApp } from './make';\nimport { requireUser } from './auth';\nconst a = makeApp();\na.use(requireUser);\na.get('/', ${ok});\nexport default a;\n`,
      'src/b.ts': `import { makeApp } from './make';\nconst b = makeApp();\nb.get('/', ${ok});\nexport default b;\n`,
      'src/app.ts':
        "import { makeApp } from './make';\nimport a from './a';\nimport b from './b';\nconst app = makeApp();\napp.route('/a', a);\napp.route('/b', b);\nexport default app;\n",
    },
    ['absent GET /b', 'present GET /a'],
  ],
  'made by a function that another one adds to': [
    {
      'src/users.ts': `import { Hono } from 'hono';\nimport { requireUser } from './auth';\nconst guarded = () => {\n  const app = new Hono();\n  app.use(requireUser);\n  return app;\n};\nexport function createUsers() {\n  return guarded().get('/', ${ok});\n}\n`,
      'src/app.ts': `${honoHead}export default new Hono().route('/users', createUsers());\n`,
    },
    ['present GET /users'],
  ],
  'as long as chains get': [
    {
      'src/users.ts': users,
      'src/app.ts': `${honoHead}const app = new Hono();\napp${Array.from({ length: 30 }, (_, index) => `.get('/${String(index)}', requireUser, ${ok})`).join('')}.route('/users', createUsers({}));\nexport default app;\n`,
    },
    ['absent GET /users', 'absent POST /users', ...Array.from({ length: 30 }, (_, index) => `present GET /${String(index)}`)].sort(),
  ],
  'sub-applications written where they are mounted': [
    {
      'src/app.ts': `import { Hono } from 'hono';\nimport { requireUser } from './auth';\nconst app = new Hono().route('/a', new Hono().use(requireUser).get('/', ${ok})).route('/b', new Hono().get('/', ${ok}));\nexport default app;\n`,
    },
    ['absent GET /b', 'present GET /a'],
  ],
};

const express: Record<string, [Record<string, string>, string[]]> = {
  'mounted behind a guard': [
    {
      'src/users.ts': makeUsers,
      'src/app.ts': `${expressHead}const app = express();\napp.use('/users', requireUser, makeUsers({}));\napp.listen(1);\n`,
    },
    ['present GET /users'],
  ],
  'mounted before the guard': [
    {
      'src/users.ts': makeUsers,
      'src/app.ts': `${expressHead}const app = express();\napp.use('/users', makeUsers({}));\napp.use(requireUser);\napp.listen(1);\n`,
    },
    ['absent GET /users'],
  ],
  'as what a module is': [
    {
      'src/users.js':
        "const { Router } = require('express');\nconst { requireUser } = require('./auth');\nmodule.exports = (deps) => {\n  const router = Router();\n  router.get('/open', (req, res) => res.json([]));\n  router.use(requireUser);\n  router.get('/', (req, res) => res.json([]));\n  return router;\n};\n",
      'src/app.js':
        "const express = require('express');\nconst makeUsers = require('./users');\nconst app = express();\napp.use('/users', makeUsers({ db: 1 }));\napp.use('/people', require('./users')({ db: 2 }));\napp.listen(1);\n",
    },
    ['absent GET /users/open', 'present GET /users'],
  ],
  'asked for twice, each by itself': [
    {
      'src/users.ts': makeUsers,
      'src/app.ts': `${expressHead}const app = express();\nconst closed = makeUsers({});\nclosed.post('/', requireUser, (req, res) => res.json([]));\nconst open = makeUsers({});\nopen.delete('/', (req, res) => res.json([]));\napp.use('/closed', closed);\napp.use('/open', open);\napp.listen(1);\n`,
    },
    ['absent DELETE /open', 'absent GET /closed', 'present POST /closed'],
  ],
  'in chains': [
    {
      'src/users.ts':
        "import { Router } from 'express';\nexport const makeUsers = () => Router().get('/', (req, res) => res.json([])).post('/', (req, res) => res.json([]));\n",
      'src/app.ts': `${expressHead}const app = express();\napp.use(requireUser).use('/users', makeUsers());\napp.listen(1);\n`,
    },
    ['present GET /users', 'present POST /users'],
  ],
  'by the method of an object': [
    {
      'src/users.ts':
        "import { Router } from 'express';\nexport class Users {\n  routes() {\n    const router = Router();\n    router.get('/', (req, res) => res.json([]));\n    return router;\n  }\n}\n",
      'src/app.ts':
        "import express from 'express';\nimport { requireUser } from './auth';\nimport { Users } from './users';\nconst app = express();\nconst users = new Users();\napp.use('/users', requireUser, users.routes());\napp.listen(1);\n",
    },
    ['present GET /users'],
  ],
  'whole applications': [
    {
      'src/make.ts':
        "import express from 'express';\nimport { requireUser } from './auth';\nexport function createApp() {\n  const app = express();\n  app.use(requireUser);\n  app.get('/me', (req, res) => res.json([]));\n  return app;\n}\n",
      'src/index.ts':
        "import { createApp } from './make';\nconst app = createApp();\napp.post('/late', (req, res) => res.json([]));\napp.listen(1);\n",
    },
    ['present GET /me', 'present POST /late'],
  ],
  'in a member of a class': [
    {
      'src/users.ts':
        "import { Router } from 'express';\nimport { requireUser } from './auth';\nexport class Users {\n  readonly path = '/users';\n  router = Router();\n  constructor() {\n    this.addRoutes();\n  }\n  addRoutes() {\n    this.router.get(this.path, (req, res) => res.json([]));\n    this.router.post(`${this.path}/all`, requireUser, (req, res) => res.json([]));\n  }\n}\n",
      'src/app.ts':
        "import express from 'express';\nimport { Users } from './users';\nclass App {\n  app = express();\n  private users = new Users();\n  constructor() {\n    this.app.use('/api', this.users.router);\n  }\n}\nexport default new App();\n",
    },
    ['absent GET /api/users', 'present POST /api/users/all'],
  ],
  'in a member of a class, under a path that changes': [
    {
      'src/users.ts':
        "import { Router } from 'express';\nexport class Users {\n  path = '/users';\n  router = Router();\n  constructor(path) {\n    this.path = path;\n    this.router.get(this.path, (req, res) => res.json([]));\n  }\n}\n",
      'src/app.ts':
        "import express from 'express';\nimport { Users } from './users';\nconst app = express();\napp.use('/api', new Users('/people').router);\napp.listen(1);\n",
    },
    ['absent GET /api/*'],
  ],
  'in an object': [
    {
      'src/users.ts':
        "import { Router } from 'express';\nimport { requireUser } from './auth';\nexport function makeUsers() {\n  const open = Router();\n  open.get('/', (req, res) => res.json([]));\n  const router = Router();\n  router.use(requireUser);\n  router.get('/', (req, res) => res.json([]));\n  return { open, closed: router, service: {} };\n}\n",
      'src/app.ts': `${expressHead}const app = express();\nconst { open } = makeUsers();\napp.use('/open', open);\nconst users = makeUsers();\napp.use('/closed', users.closed);\napp.listen(1);\n`,
    },
    ['absent GET /open', 'present GET /closed'],
  ],
  'one for all': [
    {
      'src/make.ts': "import { Router } from 'express';\nconst router = Router();\nexport function getRouter() {\n  return router;\n}\n",
      'src/a.ts':
        "import { getRouter } from './make';\nimport { requireUser } from './auth';\ngetRouter().get('/a', requireUser, (req, res) => res.json([]));\n",
      'src/app.ts':
        "import express from 'express';\nimport { getRouter } from './make';\nimport './a';\nconst app = express();\napp.use('/api', getRouter());\napp.listen(1);\n",
    },
    ['present GET /api/a'],
  ],
};

const koa: Record<string, [Record<string, string>, string[]]> = {
  'given to an application': [
    {
      'src/users.ts':
        "import Router from '@koa/router';\nexport function makeUsers() {\n  const router = new Router({ prefix: '/users' });\n  router.get('/', (ctx) => { ctx.body = []; });\n  return router;\n}\n",
      'src/app.ts':
        "import Koa from 'koa';\nimport { requireUser } from './auth';\nimport { makeUsers } from './users';\nconst app = new Koa();\napp.use(requireUser);\napp.use(makeUsers().routes());\napp.listen(1);\n",
    },
    ['present GET /users'],
  ],
  'as their routes': [
    {
      'src/users.ts':
        "import Router from '@koa/router';\nexport const makeUsers = () => {\n  const router = new Router();\n  router.prefix('/users');\n  router.get('/', (ctx) => { ctx.body = []; });\n  return router.routes();\n};\n",
      'src/app.ts':
        "import Koa from 'koa';\nimport { requireUser } from './auth';\nimport { makeUsers } from './users';\nconst app = new Koa();\napp.use(makeUsers());\napp.use(requireUser);\napp.listen(1);\n",
    },
    ['absent GET /users'],
  ],
};

const fastify: Record<string, [Record<string, string>, string[]]> = {
  'applications that a function builds': [
    {
      'src/build.ts':
        "import Fastify from 'fastify';\nimport { requireUser } from './auth';\nexport async function build() {\n  const app = Fastify();\n  app.addHook('onRequest', requireUser);\n  app.get('/me', async () => []);\n  return app;\n}\n",
      'src/index.ts':
        "import { build } from './build';\nconst app = await build();\napp.get('/late', async () => []);\nawait app.listen({ port: 1 });\n",
      'src/auth.ts':
        "import jwt from 'jsonwebtoken';\nexport async function requireUser(request, reply) {\n  try {\n    request.user = jwt.verify(request.headers.authorization, process.env.SECRET);\n  } catch {\n    return reply.code(401).send({});\n  }\n}\n",
    },
    ['present GET /late', 'present GET /me'],
  ],
  'plugins that a function gives': [
    {
      'src/users.ts':
        "export function usersPlugin(deps) {\n  return async function (fastify) {\n    fastify.get('/', async () => []);\n  };\n}\n",
      'src/index.ts':
        "import Fastify from 'fastify';\nimport { usersPlugin } from './users';\nconst app = Fastify();\napp.register(usersPlugin({}), { prefix: '/users' });\napp.listen({ port: 1 });\n",
    },
    ['absent GET /users'],
  ],
};

describe('Routers that functions make', () => {
  const all: Record<string, [Record<string, string>, typeof hono, string]> = {
    Hono: [{ hono: '4.13.19' }, hono, honoAuth],
    Express: [{ express: '5.1.0' }, express, expressGuard],
    Koa: [{ koa: '3.0.0', '@koa/router': '14.0.0' }, koa, koaAuth],
    Fastify: [{ fastify: '5.0.0' }, fastify, ''],
  };
  for (const [framework, [dependencies, cases, auth]] of Object.entries(all)) {
    for (const [name, [files, expected]] of Object.entries(cases)) {
      it(`${framework}: ${name}`, async () =>
        assert.deepEqual(endpointsOf(await openWith(dependencies, { 'src/auth.ts': auth, ...files })), expected));
    }
  }
});
