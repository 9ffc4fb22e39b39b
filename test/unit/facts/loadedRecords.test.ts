import assert from 'node:assert/strict';
import { expressGuard, openWith, placesOf } from '../engine/liveProject';

const model =
  "import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({ name: String });\nschema.statics = {\n  get(id) {\n    return this.findById(id).exec();\n  },\n};\nexport default mongoose.model('User', schema);\n";
const load =
  'export function load(req, res, next, id) {\n  User.get(id).then((user) => {\n    req.user = user;\n    return next();\n  }).catch(next);\n}\n';
const handlers =
  "import User from './model';\nexport function update(req, res, next) {\n  const user = req.user;\n  user.set({ name: String(req.body.name) });\n  user.save().then((saved) => res.json(saved)).catch(next);\n}\n";
const routes = (body: string): string =>
  `import { Router } from 'express';\nimport { requireUser } from './auth';\nimport * as users from './users';\nexport const router = Router();\n${body}\n`;
const put = "router.put('/:userId', users.update);";
const app = (body = "app.use('/users', router);"): string =>
  `import express from 'express';\nimport * as users from './users';\nimport { router } from './routes';\nconst app = express();\n${body}\napp.listen(1);\n`;
const param = "router.param('userId', users.load);";

/** Sources of the handlers, the routes and the application, with what is said of the endpoint that changes something. */
const cases: Record<string, [Partial<Record<'users' | 'routes' | 'app', string>>, string]> = {
  'a loader behind the routes': [{ routes: routes(`${put}\n${param}`) }, 'write reported'],
  'a loader in front of the routes': [{ routes: routes(`${param}\n${put}`) }, 'write reported'],
  'a loader that awaits': [
    {
      users:
        handlers +
        'export async function load(req, res, next, id) {\n  const user = await User.findById(id);\n  if (!user) return res.sendStatus(404);\n  req.user = user;\n  next();\n}\n',
    },
    'write reported',
  ],
  'a loader with a callback': [
    {
      users:
        handlers +
        'export function load(req, res, next, id) {\n  User.findById(id).exec(function (error, user) {\n    if (error) return next(error);\n    req.user = user;\n    next();\n  });\n}\n',
    },
    'write reported',
  ],
  'a loader of the router around it': [
    {
      routes: routes(put.replace(':userId', 'settings')),
      app: app(
        "const outer = express.Router();\nouter.param('userId', users.load);\nouter.use('/:userId', router);\napp.use('/users', outer);",
      ),
    },
    'write reported',
  ],
  'documents that are removed': [{ users: handlers.replace('user.save()', 'user.deleteOne()') + load }, 'write reported'],
  'documents that are removed as Mongoose 6 did': [{ users: handlers.replace('user.save()', 'user.remove()') + load }, 'write reported'],
  'documents under another name': [{ users: (handlers + load).replaceAll('req.user', 'req.account') }, 'write reported'],
  'documents in the answer': [
    { users: handlers.replaceAll('req.user', 'res.found') + load.replaceAll('req.user', 'res.found') },
    'write reported',
  ],
  'middleware that looks up what is asked for': [
    {
      users:
        handlers.replaceAll('req.user', 'res.found') +
        'export async function find(req, res, next) {\n  const found = await User.findById(req.params.userId);\n  if (!found) return res.sendStatus(404);\n  res.found = found;\n  next();\n}\n',
      routes: routes("router.put('/:userId', users.find, users.update);"),
    },
    'write reported',
  ],
  'a guard in front': [{ routes: routes(`router.use(requireUser);\n${put}\n${param}`) }, 'write guarded'],
  'a loader that asks who is calling': [
    {
      users:
        handlers +
        load.replace('{\n  User', '{\n  if (req.headers.authorization !== process.env.API_KEY) return res.sendStatus(401);\n  User'),
    },
    'nothing guarded',
  ],
  'the caller’s own document': [{ routes: routes("router.put('/me', users.update);") }, 'nothing'],
  'another parameter': [{ routes: routes(`${put.replace(':userId', ':userIdentity')}\n${param}`) }, 'nothing'],
  'a loader of another router': [{ routes: routes(`${put}\nconst other = Router();\nother.param('userId', users.load);`) }, 'nothing'],
  'a loader of an inner parameter': [
    {
      app: app(
        "const outer = express.Router();\nouter.param('userId', users.load);\nouter.use('/all', router);\napp.use('/users', outer);",
      ),
      routes: routes(put),
    },
    'nothing',
  ],
  'a loader of something else': [{ users: handlers + load.replace('req.user', 'req.profile') }, 'nothing'],
  'a loader that looks nothing up': [
    {
      users:
        handlers +
        'export function load(req, res, next, id) {\n  req.user = { id, save: async () => undefined, set() {} };\n  next();\n}\n',
    },
    'nothing',
  ],
  'middleware that finds out who is calling': [
    {
      users:
        handlers +
        "import jwt from 'jsonwebtoken';\nexport async function find(req, res, next) {\n  const decoded = jwt.decode(req.headers.authorization);\n  req.user = await User.findById(decoded.id);\n  next();\n}\n",
      routes: routes("router.put('/me', users.find, users.update);"),
    },
    'nothing',
  ],
  'a session that is kept': [{ users: (handlers + load).replaceAll('req.user', 'req.session') }, 'nothing'],
};

describe('Records that are looked up in front of a handler', () => {
  for (const [name, [given, expected]] of Object.entries(cases)) {
    it(name, async () => {
      const { session, failures } = await openWith(
        { express: '4.21.2', mongoose: '8.9.0' },
        {
          'src/auth.ts': expressGuard,
          'src/model.ts': model,
          'src/users.ts': given.users ?? handlers + load,
          'src/routes.ts': given.routes ?? routes(`${put}\n${param}`),
          'src/app.ts': given.app ?? app(),
        },
      );
      assert.deepEqual(failures, []);
      const [route] = session.routes();
      const isReported = placesOf(session.project().findings, 'missing-auth-guard').length > 0;
      assert.equal(
        `${route!.sinks.includes('write') ? 'write' : 'nothing'}${isReported ? ' reported' : route!.authentication === 'present' ? ' guarded' : ''}`,
        expected,
      );
    });
  }

  it('follow an edit of what looks them up', async () => {
    const { session, type } = await openWith(
      { express: '4.21.2', mongoose: '8.9.0' },
      {
        'src/auth.ts': expressGuard,
        'src/model.ts': model,
        'src/users.ts': handlers,
        'src/load.ts': `import User from './model';\n${load}`,
        'src/routes.ts': routes(`${put}\n${param.replace('users.load', 'load')}`).replace('\n', "\nimport { load } from './load';\n"),
        'src/app.ts': app(),
      },
    );
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), ['src/routes.ts:6']);
    type('src/load.ts', 'req.user = user', 'req.account = user');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), []);
    type('src/load.ts', 'req.account = user', 'req.user = user');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), ['src/routes.ts:6']);
  });
});
