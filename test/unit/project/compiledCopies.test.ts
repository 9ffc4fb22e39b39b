import assert from 'node:assert/strict';
import { compiledCopies } from '../../../src/project/compiledCopies';
import { answersOf, openLive } from '../engine/liveProject';

const cases: Record<string, [string[], string[]]> = {
  'JavaScript beside TypeScript of the same name': [['server/routes.ts', 'server/routes.js', 'server/other.js'], ['server/routes.js']],
  'JavaScript beside TSX, and modules': [
    ['src/page.tsx', 'src/page.jsx', 'src/db.mts', 'src/db.mjs'],
    ['src/db.mjs', 'src/page.jsx'],
  ],
  'what is only declared': [['server/routes.d.ts', 'server/routes.js'], []],
  'configuration in two languages': [['vite.config.ts', 'vite.config.js'], []],
  'a folder of output': [
    ['functions/src/index.ts', 'functions/src/mail/send.ts', 'functions/lib/index.js', 'functions/lib/mail/send.js'],
    ['functions/lib/index.js', 'functions/lib/mail/send.js'],
  ],
  'a folder of output with a helper of the compiler': [
    [...['a', 'b', 'c', 'd'].map((name) => `src/${name}.ts`), ...['a', 'b', 'c', 'd', '_helpers'].map((name) => `lib/${name}.js`)],
    ['lib/_helpers.js', 'lib/a.js', 'lib/b.js', 'lib/c.js', 'lib/d.js'],
  ],
  'a folder of output of JavaScript': [
    [...['a', 'b', 'c'].map((name) => `packages/x/src/${name}.js`), ...['a', 'b', 'c'].map((name) => `packages/x/build/${name}.js`)],
    ['packages/x/build/a.js', 'packages/x/build/b.js', 'packages/x/build/c.js'],
  ],
  'a folder with one name in common': [['src/index.js', 'lib/index.js', 'lib/mail.js'], []],
  'a folder with few names in common': [['src/index.ts', 'lib/index.js', 'lib/mail.js', 'lib/users.js', 'lib/orders.js'], []],
  'a library of sources': [['src/app.ts', 'src/lib/auth.ts', 'src/lib/users.ts', 'lib/auth.ts'], []],
};

describe('Files that a compiler made of others', () => {
  for (const [name, [files, expected]] of Object.entries(cases))
    it(name, () => assert.deepEqual([...compiledCopies(files, () => '')].sort(), expected));

  const routes = (types: string) =>
    `import express from 'express';\nexport const app = express();\napp.delete('/users/:id', async (req${types}, res) => res.json(await prisma.user.delete({ where: { id: req.params.id } })));\napp.listen(1);\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`;
  const manifest = '{"dependencies":{"express":"5.1.0","@prisma/client":"6.1.0"}}';
  const rulesIn = (session: Awaited<ReturnType<typeof openLive>>['session'], file: string) =>
    session.project().findings.filter(({ location }) => location.file === file).length;

  const source =
    "import { Router } from 'express';\nimport type { User } from './user';\n/** Users of a tenant. */\nexport const users: Router = Router();\nusers.get('/', async (req, res): Promise<void> => {\n  const found: User[] = await list(req.params.tenant);\n  res.json(found);\n});\n";
  const output = source
    .replace("import type { User } from './user';\n", '')
    .replace(': Router =', ' =')
    .replace(': Promise<void>', '')
    .replace(': User[]', '');
  const pairs: Record<string, [string, boolean]> = {
    'with the types taken out': [output, true],
    'with the mark of a module': [
      '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.old = void 0;\nconst older = require("./other");\nexports.old = older.something();\n',
      true,
    ],
    'with the place of its map': [
      'export const other = somethingElse(1, 2);\nconsole.log(other);\n//# sourceMappingURL=users.js.map\n',
      true,
    ],
    'with helpers of the compiler': [
      'var __awaiter = (this && this.__awaiter) || function (thisArg) {\n  return thisArg;\n};\nmodule.exports = listening;\n',
      true,
    ],
    'that say other things': [
      "const express = require('express');\nconst users = express.Router();\nusers.delete('/:id', async (request, response) => {\n  await removeAccount(request.params.id);\n  response.sendStatus(204);\n});\nmodule.exports = users;\n",
      false,
    ],
    'with one endpoint more': [
      `${output}users.delete('/:id', requireAdministrator, (request) => removeAccount(request.params.id));\n`,
      false,
    ],
  };
  for (const [name, [text, expected]] of Object.entries(pairs))
    it(`${expected ? 'are' : 'are no'} scripts ${name}`, () =>
      assert.equal(
        compiledCopies(['src/users.ts', 'src/users.js'], (file) => (file.endsWith('.ts') ? source : text)).has('src/users.js'),
        expected,
      ));

  it('are scripts in the folder that the compiler is told to write to', () => {
    const files = ['api/tsconfig.json', ...['a', 'b', 'c'].flatMap((name) => [`api/src/${name}.ts`, `api/release/src/${name}.js`])];
    const copies = (outDir: string) => [...compiledCopies(files, (file) => (file.endsWith('.json') ? `{ "outDir": "${outDir}" }` : ''))];
    assert.deepEqual(copies('./release/').sort(), ['api/release/src/a.js', 'api/release/src/b.js', 'api/release/src/c.js']);
    assert.deepEqual(copies('./other/'), []);
    assert.deepEqual(copies('.'), []);
    const others = [...files.filter((file) => !file.endsWith('a.ts') && !file.endsWith('b.ts'))];
    assert.deepEqual([...compiledCopies(others, () => '{ "outDir": "release" }')], []);
  });

  it('are scripts with a map beside them', () => {
    const files = ['src/users.ts', 'src/users.js', 'src/users.js.map'];
    assert.deepEqual([...compiledCopies(files, () => undefined)], ['src/users.js']);
  });

  it('are no scripts that somebody wrote', async () => {
    const { session } = await openLive({
      'package.json': manifest,
      'server/app.ts': routes(': express.Request'),
      'server/app.js':
        "const express = require('express');\nconst { PrismaClient } = require('@prisma/client');\nconst prisma = new PrismaClient();\nconst server = express();\nserver.post('/orders', async (request, response) => response.json(await prisma.order.create({ data: { name: String(request.body.name) } })));\nserver.listen(3000);\n",
    });
    assert.deepEqual(answersOf(session).sort(), ['DELETE /users/:id absent', 'POST /orders absent']);
    assert.ok(rulesIn(session, 'server/app.js') > 0);
  });

  it('are neither listed nor judged', async () => {
    const { session } = await openLive({
      'package.json': manifest,
      'server/app.ts': routes(': express.Request'),
      'server/app.js': routes(''),
    });
    assert.deepEqual(answersOf(session), ['DELETE /users/:id absent']);
    assert.equal(rulesIn(session, 'server/app.js'), 0);
    assert.ok(rulesIn(session, 'server/app.ts') > 0);
  });

  it('are so as soon as their sources are there, and no longer', async () => {
    const { session, write } = await openLive({ 'package.json': manifest, 'server/app.js': routes('') });
    assert.ok(rulesIn(session, 'server/app.js') > 0);
    write({ 'server/app.ts': routes(': express.Request') });
    await session.settle();
    assert.deepEqual(answersOf(session), ['DELETE /users/:id absent']);
    assert.equal(rulesIn(session, 'server/app.js'), 0);
    write({ 'server/app.ts': undefined });
    await session.settle();
    assert.deepEqual(answersOf(session), ['DELETE /users/:id absent']);
    assert.ok(rulesIn(session, 'server/app.js') > 0);
  });
});
