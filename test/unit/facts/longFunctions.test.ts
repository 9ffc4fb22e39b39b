import assert from 'node:assert/strict';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const start = [
  "import express from 'express';",
  "import { Pool } from 'pg';",
  'const pool = new Pool();',
  'const app = express();',
  "app.post('/all', async (req, res) => {",
];

/** Places of sql-injection in a handler of a thousand lines. A minute and more is what looking at everything from everywhere would take. */
async function injections(lines: readonly string[]): Promise<number[]> {
  const session = openSession(
    memoryWorkspace({
      'package.json': JSON.stringify({ dependencies: { express: '5.1.0', pg: '8.16.0' } }),
      'src/app.ts': [...start, ...lines, '});', ''].join('\n'),
    }),
  );
  const { findings, files } = await session.scan();
  assert.deepEqual(files.skipped, []);
  session.dispose();
  return findings.filter(({ rule }) => rule === 'sql-injection').map(({ location }) => location.line);
}

const cases = Array.from({ length: 250 }, (_, at) => at);

describe('Handlers of many hundred lines', () => {
  it('are read where each branch adds to the same text', async () => {
    const found = await injections([
      "  let sql = 'select * from orders where kind = ' + req.body.kind;",
      '  switch (req.body.by) {',
      ...cases.flatMap((at) => [
        `    case 'k${at}':`,
        `      sql = sql + req.body.v${at};`,
        '      await pool.query(sql);',
        '      break;',
      ]),
      '  }',
    ]);
    assert.deepEqual(
      found,
      cases.map((at) => 10 + 4 * at),
    );
  });

  it('are read where each value may be the one before', async () => {
    const found = await injections([
      '  const v0 = req.body.f0;',
      ...cases.flatMap((at) => [
        `  const v${at + 1} = req.body.f${at + 1} ?? v${at};`,
        `  if (v${at + 1} > 3) console.log(v${at + 1});`,
        `  await pool.query('update orders set name = ' + v${at + 1});`,
      ]),
    ]);
    assert.deepEqual(
      found,
      cases.map((at) => 9 + 3 * at),
    );
  });
});
