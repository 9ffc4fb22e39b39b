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
    it(name, () => assert.deepEqual([...compiledCopies(files)].sort(), expected));

  const routes = (types: string) =>
    `import express from 'express';\nexport const app = express();\napp.delete('/users/:id', async (req${types}, res) => res.json(await prisma.user.delete({ where: { id: req.params.id } })));\napp.listen(1);\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`;
  const manifest = '{"dependencies":{"express":"5.1.0","@prisma/client":"6.1.0"}}';
  const rulesIn = (session: Awaited<ReturnType<typeof openLive>>['session'], file: string) =>
    session.project().findings.filter(({ location }) => location.file === file).length;

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
