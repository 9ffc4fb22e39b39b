import assert from 'node:assert/strict';
import { endpointsOf, expressGuard, openWith, placesOf } from '../engine/liveProject';
import { all, answer, mounted, orders, rows, testTables, users } from './tableCases';

const auth = `${expressGuard}export function countCalls(req, res, next) {
  next();
}
export const caught = (handler) => async (req, res, next) => {
  try {
    await handler(req, res, next);
  } catch (error) {
    next(error);
  }
};
`;
const app = (body: string, imports = "import { userRoutes } from './routes';\nimport { register } from './register';\n"): string =>
  `import express from 'express';\n${imports}const app = express();\n${body}\napp.listen(1);\n`;
const register = (body: string, head = 'app, routes', imports = ''): string =>
  `${imports}export function register(${head}) {\n  ${body}\n}\n`;
const loop = 'for (const r of routes) app[r.method.toLowerCase()](r.path, ...r.middlewares, r.handler);';
const routers = { 'src/users.ts': users, 'src/orders.ts': orders };
const importRouters = "import { orders } from './orders';\nimport { users } from './users';\n";

const cases: Record<string, [Record<string, string>, string[]]> = {
  'a table of another file, handed to a function of a third one': [
    { 'src/routes.ts': rows, 'src/register.ts': register(loop), 'src/app.ts': app('register(app, userRoutes);') },
    all,
  ],
  'the other way round, with types': [
    {
      'src/routes.ts': rows,
      'src/register.ts': register(
        'routes.forEach((route) => {\n    const { method, path, middlewares, handler } = route;\n    (app as any)[method.toLowerCase()](path, ...middlewares, handler);\n  });',
        'routes: Route[], app: Router',
        "import type { Router } from 'express';\ninterface Route { method: string; path: string }\n",
      ),
      'src/app.ts': app('register(userRoutes, app);'),
    },
    all,
  ],
  'a table that is written out': [
    {
      'src/register.ts': register('routes.forEach((r) => app.get(r.path, r.guard, r.handler));'),
      'src/app.ts': app(
        `register(app, [{ path: '/users', guard: requireUser, handler: ${answer} }, { path: '/open', guard: countCalls, handler: ${answer} }]);`,
        "import { countCalls, requireUser } from './auth';\nimport { register } from './register';\n",
      ),
    },
    ['absent GET /open', 'present GET /users'],
  ],
  'a table for a function of the same file': [
    {
      'src/routes.ts': rows,
      'src/app.ts': app(
        `function register(app, routes) {\n  ${loop}\n}\nregister(app, userRoutes);`,
        "import { userRoutes } from './routes';\n",
      ),
    },
    all,
  ],
  'a guard that the function adds': [
    {
      'src/routes.ts': rows,
      'src/register.ts': register(
        'for (const r of routes) app[r.method.toLowerCase()](r.path, requireUser, ...r.middlewares, r.handler);',
        'app, routes',
        "import { requireUser } from './auth';\n",
      ),
      'src/app.ts': app('register(app, userRoutes);'),
    },
    ['present DELETE /gone', 'present GET /users', 'present POST /open'],
  ],
  'a guard and a prefix that the function is given': [
    {
      'src/routes.ts': rows,
      'src/register.ts': register(
        'for (const r of routes) app[r.method.toLowerCase()](`${prefix}${r.path}`, guard, r.handler);',
        'app, prefix, routes, guard',
      ),
      'src/app.ts': app(
        "register(app, '/api', userRoutes, requireUser);\nregister(app, '/free', userRoutes, countCalls);",
        "import { countCalls, requireUser } from './auth';\nimport { userRoutes } from './routes';\nimport { register } from './register';\n",
      ),
    },
    [
      'absent DELETE /free/gone',
      'absent GET /free/users',
      'absent POST /free/open',
      'present DELETE /api/gone',
      'present GET /api/users',
      'present POST /api/open',
    ],
  ],
  'handlers that the function wraps': [
    {
      'src/routes.ts': rows,
      'src/register.ts': register(
        'for (const r of routes) app[r.method.toLowerCase()](r.path, ...r.middlewares, caught(r.handler));',
        'app, routes',
        "import { caught } from './auth';\n",
      ),
      'src/app.ts': app('register(app, userRoutes);'),
    },
    all,
  ],
  'with or without guards': [
    {
      'src/routes.ts': rows.replace('middlewares: [], handler', 'handler'),
      'src/register.ts': register(
        'for (const { method, path, middlewares, handler } of routes) {\n    if (middlewares) app[method.toLowerCase()](path, ...middlewares, handler);\n    else app[method.toLowerCase()](path, handler);\n  }',
      ),
      'src/app.ts': app('register(app, userRoutes);'),
    },
    all,
  ],
  'with guards, if there are any': [
    {
      'src/routes.ts': rows,
      'src/register.ts': register(
        'routes.forEach((r) => {\n    if (r.middlewares && r.middlewares.length > 0) {\n      app[r.method.toLowerCase()](r.path, r.middlewares, r.handler);\n      return;\n    }\n    app[r.method.toLowerCase()](r.path, r.handler);\n  });',
      ),
      'src/app.ts': app('register(app, userRoutes);'),
    },
    all,
  ],
  'with guards on a condition that nobody can read': [
    {
      'src/routes.ts': rows,
      'src/register.ts': register(
        'for (const r of routes) {\n    if (isClosed(r)) app[r.method.toLowerCase()](r.path, ...r.middlewares, r.handler);\n  }',
      ),
      'src/app.ts': app('register(app, userRoutes);'),
    },
    ['present GET /users', 'unknown DELETE /gone', 'unknown POST /open'],
  ],
  'with guards on a condition that is not about the row': [
    {
      'src/routes.ts': rows,
      'src/register.ts': register(`if (process.env.ROUTES) {\n    ${loop}\n  }`),
      'src/app.ts': app('register(app, userRoutes);'),
    },
    all,
  ],
  'with guards or without them, in a loop of the file itself': [
    {
      'src/routes.ts': rows.replace('middlewares: [], handler', 'handler'),
      'src/app.ts': app(
        'for (const r of userRoutes) {\n  if (!r.middlewares) {\n    app[r.method.toLowerCase()](r.path, r.handler);\n    continue;\n  }\n  app[r.method.toLowerCase()](r.path, ...r.middlewares, r.handler);\n}',
        "import { userRoutes } from './routes';\n",
      ),
    },
    all,
  ],
  'rows that a controller hands to a method that it inherits': [
    {
      'src/base.ts':
        "import { Router } from 'express';\nexport abstract class BaseController {\n  router = Router();\n  protected bindRoutes(routes: Row[]) {\n    for (const route of routes) {\n      this.router[route.method](route.path, ...(route.middlewares ?? []), route.func.bind(this));\n    }\n  }\n}\n",
      'src/users.ts':
        "import { requireUser } from './auth';\nimport { BaseController } from './base';\nexport class UsersController extends BaseController {\n  constructor() {\n    super();\n    this.bindRoutes([\n      { path: '/', method: 'get', func: this.list, middlewares: [requireUser] },\n      { path: '/', method: 'post', func: this.add },\n    ]);\n  }\n  list(req, res) {\n    res.json([]);\n  }\n  add(req, res) {\n    res.json({});\n  }\n}\n",
      'src/app.ts': app("app.use('/users', new UsersController().router);", "import { UsersController } from './users';\n"),
    },
    ['absent POST /users', 'present GET /users'],
  ],
  'a router that the function makes': [
    {
      'src/routes.ts': rows,
      'src/register.ts': register(
        'const router = Router();\n  for (const r of routes) router[r.method.toLowerCase()](r.path, ...r.middlewares, r.handler);\n  return router;',
        'routes',
        "import { Router } from 'express';\n",
      ),
      'src/app.ts': app("app.use('/api', register(userRoutes));"),
    },
    ['absent DELETE /api/gone', 'absent POST /api/open', 'present GET /api/users'],
  ],
  'routers with their paths': [
    {
      ...routers,
      'src/register.ts': register('for (const { endpoint, router } of routes) app.use(endpoint, router);'),
      'src/app.ts': app(
        "register(app, [{ endpoint: '/users', router: users }, { endpoint: '/orders', router: orders }]);",
        `${importRouters}import { register } from './register';\n`,
      ),
    },
    mounted,
  ],
  'routers with their paths, for an application that has other routes': [
    {
      ...routers,
      'src/routes.ts': `${importRouters}export const userRoutes = [\n  { endpoint: '/users', router: users },\n  { endpoint: '/orders', router: orders },\n];\n`,
      'src/register.ts': register(
        'routes.forEach((route) => {\n    app.use(route.endpoint, route.router);\n  });',
        'routes: { endpoint: string; router: Router }[], app: Router',
        "import { Router } from 'express';\n",
      ),
      'src/app.ts': app(`register(userRoutes, app);\napp.get('/open', ${answer});`),
    },
    ['absent GET /open', ...mounted],
  ],
  'routers behind a guard that the function adds': [
    {
      ...routers,
      'src/register.ts': register(
        'for (const { endpoint, router } of routes) app.use(endpoint, requireUser, router);',
        'app, routes',
        "import { requireUser } from './auth';\n",
      ),
      'src/app.ts': app(
        "register(app, [{ endpoint: '/users', router: users }, { endpoint: '/orders', router: orders }]);",
        `${importRouters}import { register } from './register';\n`,
      ),
    },
    ['present GET /orders', 'present GET /users'],
  ],
  'guards on paths': [
    {
      'src/register.ts': register('for (const { prefix, guard } of guards) app.use(prefix, guard);', 'app, guards'),
      'src/app.ts': app(
        `register(app, [{ prefix: '/admin', guard: requireUser }]);\napp.get('/admin/users', ${answer});\napp.get('/open', ${answer});`,
        "import { requireUser } from './auth';\nimport { register } from './register';\n",
      ),
    },
    ['absent GET /open', 'present GET /admin/users'],
  ],
  'tables that are put together': [
    {
      'src/routes.ts': rows,
      'src/more.ts': `export default [{ method: 'get', path: '/more', middlewares: [], handler: ${answer} }];\n`,
      'src/all.ts':
        "import { userRoutes } from './routes';\nimport more from './more';\nexport const flat = [userRoutes, more].flat();\nexport const joined = userRoutes.concat(more);\n",
      'src/register.ts': register(loop),
      'src/app.ts': app(
        "register(app, flat);\nconst router = express.Router();\nregister(router, joined);\napp.use('/joined', router);",
        "import { flat, joined } from './all';\nimport { register } from './register';\n",
      ),
    },
    [
      'absent DELETE /gone',
      'absent DELETE /joined/gone',
      'absent GET /joined/more',
      'absent GET /more',
      'absent POST /joined/open',
      'absent POST /open',
      'present GET /joined/users',
      'present GET /users',
    ],
  ],
  'tables one of which is empty': [
    {
      'src/routes.ts': rows,
      'src/none.ts': 'const none = [];\nexport default none;\n',
      'src/all.ts': "import { userRoutes } from './routes';\nimport none from './none';\nexport const all = [...none, ...userRoutes];\n",
      'src/register.ts': register(loop),
      'src/app.ts': app('register(app, all);', "import { all } from './all';\nimport { register } from './register';\n"),
    },
    all,
  ],
  'tables one of which is filled later': [
    {
      'src/routes.ts': rows,
      'src/later.ts':
        "const later = [];\nfor (const name of process.argv) later.push({ method: 'get', path: name });\nexport default later;\n",
      'src/all.ts': "import { userRoutes } from './routes';\nimport later from './later';\nexport const all = [...later, ...userRoutes];\n",
      'src/register.ts': register(loop),
      'src/app.ts': app('register(app, all);', "import { all } from './all';\nimport { register } from './register';\n"),
    },
    ['unknown ALL /*'],
  ],
  'a table that nobody can read, in two ways': [
    {
      'src/register.ts': register(
        'for (const r of routes) {\n    if (r.middlewares) app[r.method](r.path, ...r.middlewares, r.handler);\n    else app[r.method](r.path, r.handler);\n  }',
      ),
      'src/app.ts': app('register(app, load());', "import { register } from './register';\n"),
    },
    ['unknown ALL /*'],
  ],
  'a table that nobody can read': [
    { 'src/register.ts': register(loop), 'src/app.ts': app('register(app, load());', "import { register } from './register';\n") },
    ['unknown ALL /*'],
  ],
  'no table at all': [
    {
      'src/register.ts': register('for (const name of names) app.get(name);', 'app, names'),
      'src/app.ts': app(`register(app, ['title']);\napp.get('/open', ${answer});`, "import { register } from './register';\n"),
    },
    ['absent GET /open'],
  ],
  'handlers by their paths, in an object of another file': [
    {
      'src/routes.ts': `import { requireUser } from './auth';\nimport { list } from './handlers';\nexport const userRoutes = { '/users': [requireUser, list], '/open': list };\n`,
      'src/app.ts': app(
        'for (const [path, handler] of Object.entries(userRoutes)) app.get(path, handler);',
        "import { userRoutes } from './routes';\n",
      ),
    },
    ['absent GET /open', 'present GET /users'],
  ],
  'routers by their paths, in an object of another file': [
    {
      ...routers,
      'src/routes.ts': `${importRouters}export const userRoutes = { '/users': users, '/orders': orders };\n`,
      'src/app.ts': app(
        'Object.entries(userRoutes).forEach(([path, router]) => app.use(path, router));',
        "import { userRoutes } from './routes';\n",
      ),
    },
    mounted,
  ],
  'routers by their names': [
    {
      ...routers,
      'src/routes.ts': `${importRouters}export default { users, orders };\n`,
      'src/app.ts': app(
        'for (const [name, router] of Object.entries(userRoutes)) app.use(`/${name}`, router);',
        "import userRoutes from './routes';\n",
      ),
    },
    mounted,
  ],
  'rows by their names': [
    {
      'src/routes.ts': `import { requireUser } from './auth';\nimport { list } from './handlers';\nexport const userRoutes = {\n  list: { method: 'get', path: '/users', guards: [requireUser], handler: list },\n  open: { method: 'post', path: '/open', guards: [], handler: list },\n};\n`,
      'src/app.ts': app(
        'Object.values(userRoutes).forEach((r) => app[r.method](r.path, ...r.guards, r.handler));',
        "import { userRoutes } from './routes';\n",
      ),
    },
    ['absent POST /open', 'present GET /users'],
  ],
  'routers that a file exports': [
    {
      ...routers,
      'src/routes.ts': "export * from './users';\nexport { orders } from './orders';\n",
      'src/app.ts': app(
        'for (const [name, router] of Object.entries(routes)) app.use(`/${name}`, router);',
        "import * as routes from './routes';\n",
      ),
    },
    mounted,
  ],
  'rows that a file exports': [
    {
      'src/routes.ts': `import { requireUser } from './auth';\nimport { list } from './handlers';\nexport const listUsers = { method: 'get', path: '/users', guards: [requireUser], handler: list };\nexport const open = { method: 'post', path: '/open', guards: [], handler: list };\n`,
      'src/app.ts': app(
        'Object.values(routes).forEach((r) => app[r.method](r.path, ...r.guards, r.handler));',
        "import * as routes from './routes';\n",
      ),
    },
    ['absent POST /open', 'present GET /users'],
  ],
  'routers behind the names of a table': [
    {
      ...routers,
      'src/routes.ts': `${importRouters}export const userRoutes = { '/users': users, '/orders': orders };\n`,
      'src/app.ts': app(
        'Object.keys(userRoutes).forEach((path) => app.use(path, userRoutes[path]));',
        "import { userRoutes } from './routes';\n",
      ),
    },
    mounted,
  ],
  'routers behind the names of a table of the file': [
    {
      ...routers,
      'src/app.ts': app(
        "const table = { '/users': users, '/orders': orders };\nfor (const path of Object.keys(table)) app.use(path, table[path]);",
        importRouters,
      ),
    },
    mounted,
  ],
};

describe('Tables of routes that are handed on', () => {
  testTables(auth, cases);

  const write = '(req, res) => prisma.user.delete({ where: { id: req.params.id } }).then(() => res.json({}))';
  const gaps = `import { PrismaClient } from '@prisma/client';\nimport { requireUser } from './auth';\nconst prisma = new PrismaClient();\nconst more = [\n  { method: 'put', path: '/more', middlewares: [], handler: ${write} },\n];\nexport const userRoutes = [\n  { method: 'delete', path: '/users', middlewares: [requireUser], handler: ${write} },\n  { method: 'delete', path: '/open', middlewares: [], handler: ${write} },\n  ...more,\n];\n`;
  const packages = { express: '5.1.0', '@prisma/client': '6.1.0' };
  const shown = { 'src/auth.ts': auth, 'src/routes.ts': gaps, 'src/register.ts': register(loop) };

  for (const [name, files] of Object.entries({
    'handed on': { ...shown, 'src/app.ts': app('register(app, userRoutes);') },
    'gone through': {
      ...shown,
      'src/app.ts': app(loop.replace('of routes', 'of userRoutes'), "import { userRoutes } from './routes';\n"),
    },
    'spread into another one': {
      ...shown,
      'src/all.ts': "import { userRoutes } from './routes';\nexport const allRoutes = [...userRoutes];\n",
      'src/app.ts': app(loop.replace('of routes', 'of allRoutes'), "import { allRoutes } from './all';\n"),
    },
  })) {
    it(`are judged where the row stands, of a table that is ${name}`, async () => {
      const project = await openWith(packages, files);
      assert.deepEqual(project.failures, []);
      const found = (): string[] => placesOf(project.session.project().findings, 'missing-auth-guard');
      assert.deepEqual(found(), ['src/routes.ts:5', 'src/routes.ts:9']);
      project.type('src/routes.ts', 'const prisma', '\nconst prisma');
      await project.session.settle();
      assert.deepEqual(found(), ['src/routes.ts:6', 'src/routes.ts:10']);
      project.type('src/routes.ts', "path: '/open', middlewares: []", "path: '/open', middlewares: [requireUser]");
      await project.session.settle();
      assert.deepEqual(found(), ['src/routes.ts:6']);
      project.type('src/app.ts', /^.*\(app, userRoutes\);$|^for .*$/m.exec(files['src/app.ts'])![0], '');
      await project.session.settle();
      assert.deepEqual(found(), []);
    });
  }

  it('follow edits of the row, of the loop and of the call', async () => {
    const project = await openWith(
      { express: '5.1.0' },
      {
        'src/auth.ts': auth,
        'src/handlers.ts': `export const list = ${answer};\n`,
        'src/routes.ts': rows,
        'src/register.ts': register(loop),
        'src/app.ts': app('register(app, userRoutes);'),
      },
    );
    project.type('src/routes.ts', '[countCalls]', '[requireUser]');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent DELETE /gone', 'present GET /users', 'present POST /open']);
    project.type('src/register.ts', '...r.middlewares, ', '');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent DELETE /gone', 'absent GET /users', 'absent POST /open']);
    project.type('src/app.ts', 'register(app, userRoutes);', '');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), []);
  });
});
