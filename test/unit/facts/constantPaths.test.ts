import assert from 'node:assert/strict';
import { answersOf, expressGuard, openLive } from '../engine/liveProject';

const head = "import express from 'express';\n";
const routes = (imports: string, path: string): string =>
  `${head}${imports}\nconst app = express();\napp.get(${path}, (req, res) => res.json([]));\napp.listen(1);\n`;
const paths = "export const paths = { users: { all: '/users' }, open: '/open' };\nexport default paths;\nexport const alone = '/alone';\n";
const common = "const users = { all: '/users' };\nconst alone = '/alone';\nmodule.exports = { users, alone };\n";

const more =
  "import { alone, paths } from './paths';\nexport const mine = `${paths.users.all}/mine`;\nexport const joined = alone + '/joined';\nexport const frozen = Object.freeze({ users: '/frozen' });\nexport enum Paths {\n  Users = '/numbered',\n  Nobody = 1,\n}\nexport const pathOf = (name) => `/${name}`;\n";
const shared = {
  'packages/shared/package.json':
    '{"name":"@acme/shared","main":"dist/index.js","exports":{".":"./dist/index.js","./routes":"./dist/routes.js"}}',
  'packages/shared/src/index.ts': "export * from './routes';\nexport { paths } from './paths';\n",
  'packages/shared/src/paths.ts': "export const paths = { users: '/others' } as const;\n",
  'packages/shared/src/routes.ts': "export const base = '/base';\n",
};

const cases: Record<string, [string, string, string]> = {
  'a member of what is imported': ["import { paths } from './paths';", 'paths.users.all', '/users'],
  'taken out of what is imported': ["import { paths } from './paths';\nconst { users } = paths;", 'users.all', '/users'],
  'taken out of what is in it': ["import paths from './paths';\nconst { users: { all: everybody } } = paths;", 'everybody', '/users'],
  'taken out of all that is exported': ["import * as all from './paths';\nconst { alone } = all;", 'alone', '/alone'],
  'taken out of what is required': ["const { users } = require('./common');", 'users.all', '/users'],
  'taken out of what is required, by another name': ["const { alone: path } = require('./common');", 'path', '/alone'],
  'required as a whole': ["const common = require('./common');", 'common.users.all', '/users'],
  'taken out of an object of the file': ["const { a } = { a: '/a' };", 'a', '/a'],
  'handed on by name': ["import { paths } from './paths';\nconst known = paths.users;\nconst { all } = known;", 'all', '/users'],
  'taken out of what changes': ["import { paths } from './paths';\nlet { open } = paths;\nopen = process.env.OPEN;", 'open', '/*'],
  'taken out with the rest': ["import { paths } from './paths';\nconst { open, ...others } = paths;", 'others.users', '/*'],
  'a template of constants': ["import { paths } from './paths';", '`${paths.users.all}/me`', '/users/me'],
  'a template of constants that stands elsewhere': ["import { mine } from './more';", 'mine', '/users/mine'],
  'put together': ["import { paths } from './paths';", "paths.users.all + '/me'", '/users/me'],
  'put together of what nobody knows': ["import { paths } from './paths';", 'paths.users.all + process.env.REST', '/users*'],
  'put together elsewhere': ["import { joined } from './more';", 'joined', '/alone/joined'],
  'a member of an object that is frozen': ["import { frozen } from './more';", 'frozen.users', '/frozen'],
  'a member of an enumeration': ["import { Paths } from './more';", 'Paths.Users', '/numbered'],
  'a member of an enumeration of the file': ["enum Paths {\n  Users = '/here',\n}", '`${Paths.Users}/:id`', '/here/:id'],
  'a member of an enumeration without a text': ["import { Paths } from './more';", 'Paths.Nobody', '/*'],
  'of another package': ["import { paths } from '@acme/shared';", 'paths.users', '/others'],
  'of another package, below it': ["import { base } from '@acme/shared/routes';", '`${base}/users`', '/base/users'],
  'what a function gives': ["import { pathOf } from './more';", "pathOf('users')", '/*'],
  'of which there is none': ["import { paths } from './paths';\nconst { closed } = paths;", 'closed', '/*'],
};

describe('Paths in constants', () => {
  for (const [name, [imports, path, expected]] of Object.entries(cases)) {
    it(name, async () => {
      const { session } = await openLive({
        'package.json': '{"dependencies":{"express":"5.1.0"}}',
        'src/paths.ts': paths,
        'src/common.js': common,
        'src/more.ts': more,
        ...shared,
        'src/app.ts': routes(imports, path),
      });
      assert.deepEqual(answersOf(session), [`GET ${expected} absent`]);
    });
  }

  for (const [prefix, expected] of [
    ["process.env.BASE + '/admin'", ['GET /admin/users unknown', 'GET /open unknown']],
    ['`${process.env.BASE}/admin`', ['GET /admin/users unknown', 'GET /open unknown']],
    ["'/admin/' + process.env.PART", ['GET /admin/users unknown', 'GET /open absent']],
    ['`/admin/${process.env.PART}`', ['GET /admin/users unknown', 'GET /open absent']],
    ["'/ad' + 'min'", ['GET /admin/users present', 'GET /open absent']],
  ] as const) {
    it(`decide what middleware covers: ${prefix}`, async () => {
      const { session } = await openLive({
        'package.json': '{"dependencies":{"express":"5.1.0","jsonwebtoken":"9.0.2"}}',
        'src/auth.ts': expressGuard,
        'src/app.ts': `${head}import { requireUser } from './auth';\nconst app = express();\napp.use(${prefix}, requireUser);\napp.get('/admin/users', (req, res) => res.json([]));\napp.get('/open', (req, res) => res.json([]));\napp.listen(1);\n`,
      });
      assert.deepEqual(answersOf(session).sort(), expected);
    });
  }

  it('change with the file that they stand in', async () => {
    const { session, type } = await openLive({
      'package.json': '{"dependencies":{"express":"5.1.0"}}',
      'src/paths.ts': paths,
      'src/app.ts': routes(cases['taken out of what is imported']![0], 'users.all'),
    });
    type('src/paths.ts', "'/users'", "'/people'");
    await session.settle();
    assert.deepEqual(answersOf(session), ['GET /people absent']);
  });
});
