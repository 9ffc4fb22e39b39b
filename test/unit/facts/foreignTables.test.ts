import assert from 'node:assert/strict';
import { endpointsOf, expressGuard, openWith } from '../engine/liveProject';
import { all, answer, mounted, orders, rows, testTables, users } from './tableCases';

const auth = `${expressGuard}export function countCalls(req, res, next) {
  next();
}
`;
const loop = 'userRoutes.forEach((r) => app[r.method.toLowerCase()](r.path, ...r.middlewares, r.handler));';
const app = (body: string, imports = "import { userRoutes } from './routes';\n"): string =>
  `import express from 'express';\n${imports}const app = express();\n${body}\napp.listen(1);\n`;
const controller = (name: string, text: string): string =>
  `import { Router } from 'express';\nimport { requireUser } from './auth';\nexport class ${name} {\n  ${text}\n  router = Router();\n  constructor() {\n    this.router.get('/', ${name === 'Users' ? 'requireUser, ' : ''}${answer});\n  }\n}\n`;

const cases: Record<string, [Record<string, string>, string[]]> = {
  'rows with methods': [{ 'src/routes.ts': rows, 'src/app.ts': app(loop) }, all],
  'rows as they are exported by default': [
    {
      'src/routes.ts': rows.replace('export const userRoutes', 'const userRoutes') + 'export default userRoutes;\n',
      'src/app.ts': app(loop, "import userRoutes from './routes';\n"),
    },
    all,
  ],
  'rows through a barrel': [
    {
      'src/routes.ts': rows,
      'src/all.ts': "export { userRoutes } from './routes';\n",
      'src/app.ts': app(loop, "import { userRoutes } from './all';\n"),
    },
    all,
  ],
  'rows that a barrel imports first': [
    {
      'src/routes.ts': rows,
      'src/all.ts': "import { userRoutes } from './routes';\nexport { userRoutes };\n",
      'src/app.ts': app(loop, "import { userRoutes } from './all';\n"),
    },
    all,
  ],
  'rows of a module': [
    {
      'src/routes.js': rows
        .replace("import { countCalls, requireUser } from './auth';", "const { countCalls, requireUser } = require('./auth');")
        .replace("import { list } from './handlers';", "const { list } = require('./handlers');")
        .replace('export const userRoutes =', 'module.exports ='),
      'src/app.js': app(loop)
        .replace("import express from 'express';", "const express = require('express');")
        .replace("import { userRoutes } from './routes';", "const userRoutes = require('./routes');"),
    },
    all,
  ],
  'rows of several files': [
    {
      'src/routes.ts': rows,
      'src/more.ts': `import { userRoutes } from './routes';\nexport const allRoutes = [...userRoutes, { method: 'get', path: '/more', middlewares: [], handler: ${answer} }];\n`,
      'src/app.ts': app(loop.replace('userRoutes', 'allRoutes'), "import { allRoutes } from './more';\n"),
    },
    ['absent DELETE /gone', 'absent GET /more', 'absent POST /open', 'present GET /users'],
  ],
  'rows of several files, with a handler that stands in one of them': [
    {
      'src/routes.ts': rows
        .replace(
          'export const',
          `const own = (req, res) => {\n  if (req.headers.authorization !== process.env.API_KEY) return res.sendStatus(401);\n  res.json([]);\n};\nexport const`,
        )
        .replace("path: '/gone', middlewares: [], handler: list", "path: '/gone', middlewares: [], handler: own"),
      'src/more.ts': "import { userRoutes } from './routes';\nexport const allRoutes = [...userRoutes];\n",
      'src/app.ts': app(loop.replace('userRoutes', 'allRoutes'), "import { allRoutes } from './more';\n"),
    },
    ['absent POST /open', 'present DELETE /gone', 'present GET /users'],
  ],
  'rows beside own ones': [
    {
      'src/routes.ts': rows,
      'src/app.ts': app(
        `const own = [{ method: 'get', path: '/own', middlewares: [], handler: ${answer} }];\n[...userRoutes, ...own].forEach((r) => app[r.method.toLowerCase()](r.path, ...r.middlewares, r.handler));`,
      ),
    },
    ['absent DELETE /gone', 'absent GET /own', 'absent POST /open', 'present GET /users'],
  ],
  'rows below a prefix': [
    {
      'src/routes.ts': rows,
      'src/app.ts': app(
        'for (const { method, path, middlewares, handler } of userRoutes) app[method.toLowerCase()](`/api${path}`, middlewares, handler);',
      ),
    },
    ['absent DELETE /api/gone', 'absent POST /api/open', 'present GET /api/users'],
  ],
  'rows that are lists': [
    {
      'src/routes.ts': `import { requireUser } from './auth';\nexport const userRoutes = [\n  ['get', '/users', requireUser, ${answer}],\n  ['post', '/open', ${answer}, ${answer}],\n] as const;\n`,
      'src/app.ts': app('for (const [method, path, guard, handler] of userRoutes) app[method](path, guard, handler);'),
    },
    ['absent POST /open', 'present GET /users'],
  ],
  'rows with methods of a class': [
    {
      'src/routes.ts': `import { requireUser } from './auth';\nimport { Controller } from './controller';\nconst controller = new Controller();\nexport const userRoutes = [{ method: 'get', path: '/users', middlewares: [requireUser], handler: controller.list }];\n`,
      'src/controller.ts': 'export class Controller {\n  list(req, res) {\n    res.json([]);\n  }\n}\n',
      'src/app.ts': app(loop),
    },
    ['present GET /users'],
  ],
  'rows that are made': [
    {
      'src/routes.ts': 'export const userRoutes = load();\nfunction load() {\n  return JSON.parse(process.env.ROUTES);\n}\n',
      'src/app.ts': app(loop),
    },
    ['unknown ALL /*'],
  ],
  'rows some of which nobody can read': [
    { 'src/routes.ts': rows.replace("  { method: 'delete'", "  ...load(),\n  { method: 'delete'"), 'src/app.ts': app(loop) },
    ['unknown ALL /*'],
  ],
  'routers with their paths': [
    {
      'src/users.ts': users,
      'src/orders.ts': orders,
      'src/routes.ts':
        "import { orders } from './orders';\nimport { users } from './users';\nexport const userRoutes = [\n  { path: '/users', route: users },\n  { path: '/orders', route: orders },\n];\n",
      'src/app.ts': app('userRoutes.forEach((r) => app.use(r.path, r.route));'),
    },
    mounted,
  ],
  'routers with their paths below a prefix': [
    {
      'src/users.ts': users,
      'src/orders.ts': orders,
      'src/routes.ts':
        "import { orders } from './orders';\nimport { users } from './users';\nexport const userRoutes = [\n  { path: '/users', route: users },\n  { path: '/orders', route: orders },\n];\n",
      'src/app.ts': app('userRoutes.forEach((r) => app.use(`/api${r.path}`, r.route));'),
    },
    ['absent GET /api/orders', 'present GET /api/users'],
  ],
  'routers with their guards': [
    {
      'src/users.ts': users.replace('requireUser, ', ''),
      'src/orders.ts': orders,
      'src/routes.ts':
        "import { requireUser } from './auth';\nimport { orders } from './orders';\nimport { users } from './users';\nexport const userRoutes = [\n  { path: '/users', guards: [requireUser], route: users },\n  { path: '/orders', guards: [], route: orders },\n];\n",
      'src/app.ts': app('for (const r of userRoutes) app.use(r.path, ...r.guards, r.route);'),
    },
    mounted,
  ],
  'routers by their paths': [
    {
      'src/users.ts': users,
      'src/orders.ts': orders,
      'src/app.ts': app(
        "const table = { '/users': users, '/orders': orders };\nObject.entries(table).forEach(([path, router]) => app.use(path, router));",
        "import { orders } from './orders';\nimport { users } from './users';\n",
      ),
    },
    mounted,
  ],
  'routers alone': [
    {
      'src/users.ts': users,
      'src/orders.ts': orders,
      'src/routes.ts': "import { orders } from './orders';\nimport { users } from './users';\nexport const userRoutes = [users, orders];\n",
      'src/app.ts': app("userRoutes.forEach((r) => app.use('/api', r));"),
    },
    ['absent GET /api', 'present GET /api'],
  ],
  'controllers with their paths': [
    {
      'src/users.ts': controller('Users', "path = '/users';"),
      'src/orders.ts': controller('Orders', 'public path: string;').replace(
        'constructor() {',
        "constructor() {\n    this.path = '/orders';",
      ),
      'src/routes.ts':
        "import { Orders } from './orders';\nimport { Users } from './users';\nexport const userRoutes = [new Users(), new Orders()];\n",
      'src/app.ts': app('userRoutes.forEach((r) => app.use(r.path, r.router));'),
    },
    mounted,
  ],
};

describe('Tables of routes in other files', () => {
  testTables(auth, cases);

  it('follow edits of a row', async () => {
    const project = await openWith(
      { express: '5.1.0' },
      {
        'src/auth.ts': auth,
        'src/handlers.ts': `export const list = ${answer};\n`,
        'src/routes.ts': rows,
        'src/app.ts': app(loop),
        'src/other.ts': "import { list } from './handlers';\nexport const copy = [list];\n",
      },
    );
    project.type('src/routes.ts', '[countCalls]', '[requireUser]');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent DELETE /gone', 'present GET /users', 'present POST /open']);
    assert.ok(project.session.rejudged <= 2, `${project.session.rejudged} files were judged again`);
    project.type('src/routes.ts', "  { method: 'delete', path: '/gone', middlewares: [], handler: list },\n", '');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['present GET /users', 'present POST /open']);
    project.type('src/routes.ts', "path: '/open'", "path: '/closed'");
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['present GET /users', 'present POST /closed']);
  });

  it('say nothing new when a handler in them is edited', async () => {
    const project = await openWith(
      { express: '5.1.0' },
      { 'src/auth.ts': auth, 'src/handlers.ts': `export const list = ${answer};\n`, 'src/routes.ts': rows, 'src/app.ts': app(loop) },
    );
    project.type('src/routes.ts', answer, '(req, res) => res.json([1])');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), all);
    assert.equal(project.session.rejudged, 0);
  });
});
