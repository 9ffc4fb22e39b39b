import assert from 'node:assert/strict';
import { answersOf, expressGuard, openLive } from '../engine/liveProject';

const controller = (name: string, body: string): string =>
  `import { Router } from 'express';\nimport { requireUser } from './auth';\nimport type { Controller } from './controller';\nexport class ${name} implements Controller {\n  public path = '/${name.toLowerCase()}';\n  public router = Router();\n  constructor() {\n    this.addRoutes();\n  }\n  private addRoutes() {\n    ${body}\n  }\n}\n`;
const answer = '(req, res) => res.json([])';
const common = {
  'package.json': '{"dependencies":{"express":"5.1.0","jsonwebtoken":"9.0.2"}}',
  'src/auth.ts': expressGuard,
  'src/controller.ts': "import type { Router } from 'express';\nexport interface Controller {\n  path: string;\n  router: Router;\n}\n",
  'src/users.ts': controller(
    'Users',
    `this.router.get(this.path, ${answer});\n    this.router.post(\`\${this.path}/me\`, requireUser, ${answer});`,
  ),
  'src/orders.ts': controller('Orders', `this.router.get(this.path, requireUser, ${answer});`),
  'src/all.ts':
    "import { Orders } from './orders';\nimport { Users } from './users';\nexport const controllers = [new Users(), new Orders()];\n",
  'src/closed.ts': controller('Closed', `this.router.use(requireUser);\n    this.router.get(this.path, ${answer});`),
};
const app = (parameters: string, body: string, more = ''): string =>
  `import express from 'express';\nimport { requireUser } from './auth';\nimport type { Controller } from './controller';\nexport class App {\n  app = express();\n  constructor(${parameters}) {\n    ${body}\n  }\n${more}  listen() {\n    this.app.listen(1);\n  }\n}\n`;
const server = (call: string): string =>
  `import { App } from './app';\nimport { Closed } from './closed';\nimport { Orders } from './orders';\nimport { Users } from './users';\n${call}\n`;
const start = 'new App([new Users(), new Orders()]).listen();';
const open = ['GET /orders present', 'GET /users absent', 'POST /users/me present'];

const cases: Record<string, [string, string, string[]]> = {
  'in its constructor': [
    app('controllers: Controller[]', "controllers.forEach((controller) => this.app.use('/', controller.router));"),
    server(start),
    open,
  ],
  'in a method that the constructor hands it to': [
    app(
      'controllers: Controller[], port: number',
      'this.addControllers(controllers);',
      "  private addControllers(controllers: Controller[]) {\n    for (const controller of controllers) {\n      this.app.use('/', controller.router);\n    }\n  }\n",
    ),
    server(`const app = ${start.replace(')]', ')], 1').replace('.listen();', ';')}\napp.listen();`),
    open,
  ],
  'under a prefix, behind a guard': [
    app(
      'controllers: Controller[]',
      "this.app.use(requireUser);\n    controllers.forEach((controller) => this.app.use('/api', controller.router));",
    ),
    server(start),
    ['GET /api/orders present', 'GET /api/users present', 'POST /api/users/me present'],
  ],
  'before a guard': [
    app(
      'controllers: Controller[]',
      "controllers.forEach((controller) => this.app.use('/api', controller.router));\n    this.app.use(requireUser);",
    ),
    server(start),
    ['GET /api/orders present', 'GET /api/users absent', 'POST /api/users/me present'],
  ],
  'kept under a name first': [
    app('controllers: Controller[]', "controllers.forEach((controller) => this.app.use('/', controller.router));"),
    server('const users = new Users();\nconst all = [users, new Orders()];\nnew App(all).listen();'),
    open,
  ],
  'without types': [app('controllers', "controllers.forEach((controller) => this.app.use('/', controller.router));"), server(start), open],
  'in a function': [
    `import express from 'express';\nimport type { Controller } from './controller';\nexport function start(controllers: Controller[]) {\n  const app = express();\n  for (const controller of controllers) app.use(controller.router);\n  app.listen(1);\n}\n`,
    server(start.replace('new App(', 'start(').replace('.listen()', '')).replace("{ App } from './app'", "{ start } from './app'"),
    open,
  ],
  'under paths of their own': [
    app('controllers: Controller[]', 'controllers.forEach((controller) => this.app.use(controller.path, controller.router));'),
    server(start),
    ['GET /orders/orders present', 'GET /users/users absent', 'POST /users/users/me present'],
  ],
  'under paths of their own, in a method': [
    app(
      'controllers: Controller[]',
      'this.addControllers(controllers);',
      '  private addControllers(controllers: Controller[]) {\n    for (const controller of controllers) this.app.use(controller.path, controller.router);\n  }\n',
    ),
    server(start),
    ['GET /orders/orders present', 'GET /users/users absent', 'POST /users/users/me present'],
  ],
  'under paths of their own, behind a guard': [
    app('controllers: Controller[]', 'controllers.forEach((controller) => this.app.use(controller.path, requireUser, controller.router));'),
    server(start),
    ['GET /orders/orders present', 'GET /users/users present', 'POST /users/users/me present'],
  ],
  'under paths of their own, after one with a guard': [
    app('controllers: Controller[]', 'controllers.forEach((controller) => this.app.use(controller.path, controller.router));'),
    server('new App([new Closed(), new Users()]).listen();'),
    ['GET /closed/closed present', 'GET /users/users absent', 'POST /users/users/me present'],
  ],
  'under paths that nobody can read': [
    app('controllers: Controller[]', 'controllers.forEach((controller) => this.app.use(controller.version, controller.router));'),
    server('new App([new Users()]).listen();'),
    ['GET /*/users unknown', 'POST /*/users/me present'],
  ],
  'from a list of another file': [
    app('controllers: Controller[]', "controllers.forEach((controller) => this.app.use('/', controller.router));"),
    "import { App } from './app';\nimport { controllers } from './all';\nnew App(controllers).listen(); // new Users( new Orders(\n",
    open,
  ],
  'after a router with a guard for all that comes later': [
    app('controllers: Controller[]', "controllers.forEach((controller) => this.app.use('/', controller.router));"),
    server('new App([new Closed(), new Users()]).listen();'),
    ['GET /closed present', 'GET /users unknown', 'POST /users/me present'],
  ],
  'before a router with a guard': [
    app('controllers: Controller[]', "controllers.forEach((controller) => this.app.use('/', controller.router));"),
    server('new App([new Users(), new Closed()]).listen();'),
    ['GET /closed present', 'GET /users absent', 'POST /users/me present'],
  ],
};

describe('Routers in lists that are handed over', () => {
  for (const [name, [application, entry, expected]] of Object.entries(cases)) {
    it(name, async () => {
      const { session, failures } = await openLive({ ...common, 'src/app.ts': application, 'src/server.ts': entry });
      const served = answersOf(session)
        .filter((line) => ['Closed', 'Orders'].every((name) => !line.includes(`/${name.toLowerCase()}`) || entry.includes(`new ${name}(`)))
        .sort();
      assert.deepEqual(failures, []);
      assert.deepEqual(served, expected);
    });
  }

  it('are not served when nobody hands them over', async () => {
    const { session } = await openLive({
      ...common,
      'src/app.ts': cases['in its constructor']![0],
      'src/server.ts': server('new App([]).listen();'),
    });
    assert.deepEqual(
      [...new Set(session.routes().map(({ authentication, method, path }) => `${method} ${path} ${authentication}`))].sort(),
      ['GET /closed present', 'GET /orders present', 'GET /users unknown', 'POST /users/me present'],
    );
  });

  it('leave alone what comes after them elsewhere', async () => {
    const { session } = await openLive({
      ...common,
      'src/app.ts': app(
        'controllers: Controller[]',
        "controllers.forEach((controller) => this.app.use(controller.path, requireUser, controller.router));\n    this.app.get('/open', (req, res) => res.json([]));",
      ),
      'src/server.ts': server(start),
    });
    assert.ok(answersOf(session).includes('GET /open absent'));
  });

  it('follow an edit of the path', async () => {
    const { session, type } = await openLive({
      ...common,
      'src/app.ts': cases['under paths of their own']![0],
      'src/server.ts': server(start),
    });
    type('src/users.ts', "path = '/users'", "path = '/people'");
    await session.settle();
    assert.deepEqual(
      answersOf(session)
        .filter((line) => !line.includes('closed'))
        .sort(),
      ['GET /orders/orders present', 'GET /people/people absent', 'POST /people/people/me present'],
    );
  });

  it('follow an edit of the list', async () => {
    const { session, type } = await openLive({ ...common, 'src/app.ts': cases['in its constructor']![0], 'src/server.ts': server(start) });
    type('src/server.ts', '[new Users(), new Orders()]', '[new Orders()]');
    await session.settle();
    assert.ok(answersOf(session).includes('GET /users unknown'));
    type('src/server.ts', '[new Orders()]', '[new Orders(), new Users()]');
    await session.settle();
    assert.ok(answersOf(session).includes('GET /users absent'));
  });
});
