import assert from 'node:assert/strict';
import { endpointsOf, expressGuard, openWith } from '../engine/liveProject';

const auth = `${expressGuard}export function countCalls(req, res, next) {
  next();
}
export class AuthMiddleware {
  requireUser(req, res, next) {
    return requireUser(req, res, next);
  }
  requireRole = (role) => (req, res, next) => {
    const user = jwt.verify(req.headers.authorization, process.env.SECRET);
    if (user.role !== role) return res.status(403).end();
    next();
  };
}
export class Counting {
  requireUser(req, res, next) {
    next();
  }
}
`;
const answer = '(req, res) => res.json([])';
const routes = (constructor: string, chain: string, more = ''): string =>
  `import { Router } from 'express';\nexport class UserRoutes${more} {\n  router = Router();\n  ${constructor}\n  addRoutes() {\n    this.router.get('/', ${chain}${answer});\n  }\n}\n`;
const kept = 'constructor(private guard) {\n    this.addRoutes();\n  }';
const assigned = 'constructor(guard) {\n    this.auth = guard;\n    this.addRoutes();\n  }';
const app = (body: string): string =>
  `import express from 'express';\nimport { AuthMiddleware, Counting, countCalls, requireUser } from './auth';\nimport { UserRoutes } from './users';\nconst app = express();\n${body}\napp.listen(1);\n`;
const use = (...given: string[]): string =>
  app(given.map((one, index) => `app.use('/users${index || ''}', new UserRoutes(${one}).router);`).join('\n'));

const cases: Record<string, [Record<string, string>, string[]]> = {
  'a guard': [{ 'src/users.ts': routes(kept, 'this.guard, '), 'src/app.ts': use('requireUser') }, ['present GET /users']],
  'something else': [{ 'src/users.ts': routes(kept, 'this.guard, '), 'src/app.ts': use('countCalls') }, ['absent GET /users']],
  'something else under the name of a guard': [
    { 'src/users.ts': routes(kept.replace('guard', 'requireUser'), 'this.requireUser, '), 'src/app.ts': use('countCalls') },
    ['absent GET /users'],
  ],
  'a guard with a type': [
    {
      'src/users.ts': routes(kept.replace('guard', 'readonly guard: RequestHandler'), 'this.guard, ').replace(
        'Router }',
        'Router, type RequestHandler }',
      ),
      'src/app.ts': use('requireUser'),
    },
    ['present GET /users'],
  ],
  'a guard that is assigned': [
    { 'src/users.ts': routes(assigned, 'this.auth, '), 'src/app.ts': use('requireUser') },
    ['present GET /users'],
  ],
  'something else that is assigned': [
    { 'src/users.ts': routes(assigned, 'this.auth, '), 'src/app.ts': use('countCalls') },
    ['absent GET /users'],
  ],
  'a guard in the constructor': [
    {
      'src/users.ts': routes(`constructor(guard) {\n    this.router.use(guard);\n    this.addRoutes();\n  }`, ''),
      'src/app.ts': use('requireUser'),
    },
    ['present GET /users'],
  ],
  'a member that methods assign anew': [
    {
      'src/users.ts': routes(assigned, 'this.auth, ').replace(
        'addRoutes() {',
        'open() {\n    this.auth = (req, res, next) => next();\n  }\n  addRoutes() {',
      ),
      'src/app.ts': use('requireUser'),
    },
    ['unknown GET /users'],
  ],
  'a guard among what it needs': [
    { 'src/users.ts': routes(kept.replace('guard', 'deps'), 'this.deps.requireUser, '), 'src/app.ts': use('{ requireUser, service: {} }') },
    ['present GET /users'],
  ],
  'an object with a guard': [
    { 'src/users.ts': routes(kept.replace('guard', 'auth'), 'this.auth.requireUser, '), 'src/app.ts': use('new AuthMiddleware()') },
    ['present GET /users'],
  ],
  'an object with a guard, with its type': [
    {
      'src/users.ts': routes(kept.replace('guard', 'auth: AuthMiddleware'), 'this.auth.requireUser, ').replace(
        '\n',
        "\nimport type { AuthMiddleware } from './auth';\n",
      ),
      'src/app.ts': use('new AuthMiddleware()'),
    },
    ['present GET /users'],
  ],
  'an object with a guard, with the type of an interface': [
    {
      'src/users.ts': routes(kept.replace('guard', 'auth: Auth'), 'this.auth.requireUser, ').replace(
        '\n',
        '\ninterface Auth {\n  requireUser: (req, res, next) => void;\n}\n',
      ),
      'src/app.ts': use('new AuthMiddleware()'),
    },
    ['present GET /users'],
  ],
  'an object with something else': [
    { 'src/users.ts': routes(kept.replace('guard', 'auth'), 'this.auth.requireUser, '), 'src/app.ts': use('new Counting()') },
    ['absent GET /users'],
  ],
  'an object under a name': [
    {
      'src/users.ts': routes(kept.replace('guard', 'auth'), 'this.auth.requireUser, '),
      'src/app.ts': app("const auth = new AuthMiddleware();\napp.use('/users', new UserRoutes(auth).router);"),
    },
    ['present GET /users'],
  ],
  'an object that makes guards': [
    {
      'src/users.ts': routes(kept.replace('guard', 'auth'), "this.auth.requireRole('admin'), "),
      'src/app.ts': use('new AuthMiddleware()'),
    },
    ['present GET /users'],
  ],
  'an object without such a method': [
    { 'src/users.ts': routes(kept.replace('guard', 'auth'), 'this.auth.requireAdmin, '), 'src/app.ts': use('new AuthMiddleware()') },
    ['unknown GET /users'],
  ],
  nothing: [{ 'src/users.ts': routes(kept, 'this.guard, '), 'src/app.ts': use('') }, ['unknown GET /users']],
  'nothing, with a guard to fall back to': [
    {
      'src/users.ts': routes(kept.replace('guard', 'guard = requireUser'), 'this.guard, ').replace(
        '\n',
        "\nimport { requireUser } from './auth';\n",
      ),
      'src/app.ts': use(''),
    },
    ['present GET /users'],
  ],
  'what nobody can read': [
    { 'src/users.ts': routes(kept, 'this.guard, '), 'src/app.ts': use('guards[process.env.GUARD]') },
    ['unknown GET /users'],
  ],
  'a guard once and something else once': [
    {
      'src/users.ts': routes(kept, 'this.guard, '),
      'src/app.ts': app("app.use('/users', new UserRoutes(requireUser).router);\nexport const spare = new UserRoutes(countCalls);"),
    },
    ['unknown GET /users'],
  ],
  'a guard that the class above keeps': [
    {
      'src/users.ts': routes(
        'constructor(guard) {\n    super(guard);\n    this.addRoutes();\n  }',
        'this.guard, ',
        ' extends Base',
      ).replace('\n', "\nimport { Base } from './base';\n"),
      'src/base.ts': 'export class Base {\n  constructor(protected guard) {}\n}\n',
      'src/app.ts': use('requireUser'),
    },
    ['unknown GET /users'],
  ],
  'a guard handed on': [
    {
      'src/users.ts': routes(kept, 'this.guard, '),
      'src/api.ts':
        "import { Router } from 'express';\nimport { UserRoutes } from './users';\nexport class Api {\n  router = Router();\n  constructor(private auth) {\n    this.router.use('/users', new UserRoutes(this.auth.requireUser).router);\n  }\n}\n",
      'src/app.ts': app("app.use('/api', new Api(new AuthMiddleware()).router);").replace(
        "{ UserRoutes } from './users'",
        "{ Api } from './api'",
      ),
    },
    ['present GET /api/users'],
  ],
  'an object to a function': [
    {
      'src/users.ts': `import { Router } from 'express';\nexport function makeUsers(auth) {\n  const router = Router();\n  router.get('/', auth.requireUser, ${answer});\n  return router;\n}\n`,
      'src/app.ts': app("app.use('/users', makeUsers(new AuthMiddleware()));").replace('UserRoutes', 'makeUsers'),
    },
    ['present GET /users'],
  ],
};

describe('Guards that classes are given', () => {
  for (const [name, [files, expected]] of Object.entries(cases)) {
    it(name, async () => {
      const project = await openWith({ express: '5.1.0' }, { 'src/auth.ts': auth, ...files });
      assert.deepEqual(project.failures, []);
      assert.deepEqual(endpointsOf(project), expected);
    });
  }

  it('judges endpoints again when another guard is given, and no file without them', async () => {
    const other = "import { Router } from 'express';\nexport const other = Router().get('/', (req, res) => res.json([]));\n";
    const project = await openWith(
      { express: '5.1.0' },
      {
        'src/auth.ts': auth,
        'src/users.ts': routes(kept, 'this.guard, '),
        'src/other.ts': other,
        'src/app.ts': app(
          "import { other } from './other';\napp.use('/users', new UserRoutes(requireUser).router);\napp.use('/other', other);",
        ),
      },
    );
    assert.deepEqual(endpointsOf(project), ['absent GET /other', 'present GET /users']);
    project.type('src/app.ts', 'new UserRoutes(requireUser)', 'new UserRoutes(countCalls)');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent GET /other', 'absent GET /users']);
    assert.equal(project.session.rejudged, 1);
  });
});
