import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { openLive } from './liveProject';

const guards = `export function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}
`;

/** Four areas of five routers, each on a path and a table of its own; one router in each area has no guard. */
function areas(): Record<string, string> {
  const files: Record<string, string> = {
    'package.json': '{"name":"areas","dependencies":{"express":"5.1.0","@prisma/client":"6.0.0"}}',
    'src/prisma.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = new PrismaClient();\n",
    'src/guards.ts': guards,
  };
  const imports: string[] = [];
  const mounts: string[] = [];
  for (let area = 0; area < 4; area++) {
    for (let index = 0; index < 5; index++) {
      const name = `router${area}${index}`;
      const guard = index === 4 ? '' : 'requireUser, ';
      files[`src/${name}.ts`] =
        `import { Router } from 'express';\nimport { requireUser } from './guards';\nimport { prisma } from './prisma';\n\nexport const ${name} = Router();\n${name}.post('/', ${guard}async (req, res) => {\n  const name = String(req.body.name);\n  res.json(await prisma.thing${area}${index}.create({ data: { name } }));\n});\n`;
      imports.push(`import { ${name} } from './${name}';`);
      mounts.push(`app.use('/api/area${area}/things${index}', ${name});`);
    }
  }
  files['src/app.ts'] =
    `import express from 'express';\n${imports.join('\n')}\n\nconst app = express();\n${mounts.join('\n')}\napp.listen(3000);\n`;
  return files;
}

describe('the comparison of endpoints in a live session', () => {
  const reported = (session: { project(): { findings: { rule: string; message: string }[] } }) =>
    session
      .project()
      .findings.filter(({ rule }) => rule === 'inconsistent-auth-posture')
      .map(({ message }) => message)
      .sort();

  it('names one endpoint in each area and nothing twice', async () => {
    const { session } = await openLive(areas());
    assert.deepEqual(
      reported(session),
      [0, 1, 2, 3].map((area) => `4 of 5 routes under /api/area${area} call requireUser; POST /api/area${area}/things4 does not.`),
    );
    assert.deepEqual(
      session.project().findings.filter(({ rule }) => rule === 'missing-auth-guard'),
      [],
    );
  });

  it('judges the files of one group again when a member of it changes', async () => {
    const { session, type } = await openLive(areas());
    type('src/router20.ts', "'/', requireUser, async", "'/', async");
    const results = await session.settle();
    // The file itself was judged while it was edited; the other four of its area follow, and no other.
    assert.equal(session.rejudged, 4);
    assert.deepEqual(
      results.map(({ file }) => file),
      ['src/router24.ts'],
    );
    assert.ok(reported(session).includes('3 of 5 routes under /api/area2 call requireUser; POST /api/area2/things4 does not.'));
  });

  it('leaves all others alone when a handler changes inside', async () => {
    const { session, type } = await openLive(areas());
    type('src/router20.ts', 'String(req.body.name)', "'fixed'");
    await session.settle();
    assert.equal(session.rejudged, 0);
    type('src/router20.ts', "const name = 'fixed';", "// A line more.\n  const name = 'fixed';");
    await session.settle();
    assert.equal(session.rejudged, 0);
  });

  it('hears of a guard that no longer guards', async () => {
    const { session, type } = await openLive(areas());
    type('src/guards.ts', "if (!req.user) return res.status(401).json({ error: 'Sign in first' });", '');
    await session.settle();
    assert.deepEqual(reported(session), []);
  });

  it('says the same after edits as after a fresh scan', async () => {
    const files = areas();
    const { session, type } = await openLive(files);
    const edits: [string, string, string][] = [
      ['src/router30.ts', 'requireUser, ', ''],
      ['src/router31.ts', "'/',", "'/more',"],
      ['src/app.ts', "'/api/area1/things0'", "'/api/area2/things9'"],
      ['src/router24.ts', "'/', async", "'/', requireUser, async"],
    ];
    for (const [file, from, to] of edits) {
      type(file, from, to);
      await session.settle();
      files[file] = files[file]!.replace(from, to);
    }
    const fresh = openSession(memoryWorkspace(files));
    await fresh.scan();
    assert.deepEqual(reported(session), reported(fresh));
    assert.ok(reported(fresh).length > 0);
  });

  it('groups nothing again when only places move', async () => {
    const { session, type } = await openLive({ ...areas(), 'src/router20.ts': `\n\n${areas()['src/router20.ts']!}` });
    const before = reported(session);
    type('src/router20.ts', '\n\nimport', '\nimport');
    await session.settle();
    assert.equal(session.rejudged, 0);
    assert.deepEqual(reported(session), before);
  });

  it('leaves the field to the absolute rule when it is switched off', async () => {
    const session = openSession(
      memoryWorkspace({ ...areas(), '.production-gap/config.json': '{ "rules": { "inconsistent-auth-posture": "off" } }' }),
    );
    const { findings } = await session.scan();
    assert.equal(findings.filter(({ rule }) => rule === 'missing-auth-guard').length, 4);
  });
});
