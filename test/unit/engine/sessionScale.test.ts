import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { answersOf, guardedApplication, openLive } from './liveProject';

/** A hundred routers in ten areas, each area with a guard of its own. */
function hundredRouters(): Record<string, string> {
  const files: Record<string, string> = { ...guardedApplication() };
  const imports: string[] = [];
  const mounts: string[] = [];
  for (let area = 0; area < 10; area++) {
    files[`src/area${area}/guard.ts`] = files['src/guards/session.ts']!.replace('requireSession', `guard${area}`);
    for (let index = 0; index < 10; index++) {
      const name = `router${area}${index}`;
      files[`src/area${area}/${name}.ts`] = files['src/orders.ts']!.replaceAll('orders', name)
        .replace('./guards/session', './guard')
        .replaceAll('requireSession', `guard${area}`)
        .replace('./db', '../db');
      imports.push(`import { ${name} } from './area${area}/${name}';`);
      mounts.push(`app.use('/${name}', ${name});`);
    }
  }
  files['src/app.ts'] =
    `import express from 'express';\n${imports.join('\n')}\n\nconst app = express();\n${mounts.join('\n')}\napp.listen(3000);\n`;
  return files;
}

describe('A session on many files', () => {
  it('gives the same result for the same files', async () => {
    const runs = [];
    for (let run = 0; run < 2; run++) {
      const session = openSession(memoryWorkspace(hundredRouters()));
      const { timings: _left, ...result } = await session.scan();
      runs.push(JSON.stringify({ result, routes: session.routes() }));
      const { timings: _again, ...second } = await session.scan();
      runs.push(JSON.stringify({ result: second, routes: session.routes() }));
    }
    assert.equal(new Set(runs).size, 1);
  });

  it('settles in proportion to what an edit touches', async () => {
    const { session, type } = await openLive(hundredRouters());
    assert.equal(answersOf(session).filter((answer) => answer.endsWith(' present')).length, 102);
    type('src/area3/guard.ts', 'req.user = jwt.verify(req.headers.authorization, process.env.SECRET);', 'audit(req);');
    assert.equal(session.rejudged, 1);
    const results = await session.settle();
    assert.equal(session.rejudged, 10);
    assert.deepEqual(
      results.map(({ file }) => file).sort(),
      Array.from({ length: 10 }, (_, index) => `src/area3/router3${index}.ts`),
    );
    type('src/area4/router47.ts', 'String(req.body.name)', "'fixed'");
    await session.settle();
    assert.equal(session.rejudged, 0);
    type('src/db.ts', 'export const prisma', 'export const renamed');
    await session.settle();
    assert.ok(session.rejudged >= 100 && session.rejudged <= 103, `${session.rejudged}`);
  });

  it('reads files that import each other', async () => {
    const { session, type } = await openLive({
      ...guardedApplication(),
      'src/guards/session.ts':
        "import { audit } from '../audit';\n" +
        guardedApplication()['src/guards/session.ts']!.replace('  next();', '  audit(req);\n  next();'),
      'src/audit.ts':
        "import { requireSession } from './guards/session';\nimport { prisma } from './db';\n\nexport function audit(req) {\n  return prisma.audit.create({ data: { guard: requireSession.name } });\n}\n",
    });
    assert.deepEqual(answersOf(session), ['POST /items present', 'POST /orders present', 'GET /reports absent']);
    type('src/audit.ts', 'prisma.audit.create', 'prisma.audit.upsert');
    await session.settle();
    type('src/guards/session.ts', "return res.status(401).json({ error: 'Unauthorized' });", '');
    await session.settle();
    assert.deepEqual(answersOf(session), ['POST /items absent', 'POST /orders absent', 'GET /reports absent']);
  });
});
