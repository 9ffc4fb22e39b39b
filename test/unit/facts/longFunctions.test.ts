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

/** Lines of a handler at which a rule reports. A minute and more is what looking at everything from everywhere would take. */
async function linesOf(rule: string, lines: readonly string[]): Promise<number[]> {
  const session = openSession(
    memoryWorkspace({
      'package.json': JSON.stringify({ dependencies: { express: '5.1.0', pg: '8.16.0' } }),
      'src/app.ts': [...start, ...lines, '});', ''].join('\n'),
    }),
  );
  const { findings, files } = await session.scan();
  assert.deepEqual(files.skipped, []);
  session.dispose();
  return findings.filter((finding) => finding.rule === rule).map(({ location }) => location.line);
}

const injections = (lines: readonly string[]): Promise<number[]> => linesOf('sql-injection', lines);
const leaks = async (lines: readonly string[]): Promise<number> => (await linesOf('error-detail-leak', lines)).length;

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

  it('are read where a failure is told piece by piece', async () => {
    const names = cases.slice(0, 40).map((at) => `part${at}`);
    const told = await leaks([
      '  let text = "";',
      ...names.map((name) => `  let ${name} = "";`),
      '  try {',
      '    await pool.query("select 1");',
      '  } catch (error) {',
      ...names.flatMap((name, at) => [
        `    if (req.body.v${at}) text = text + ${name};`,
        `    ${name} = ${names[(at + 1) % names.length]} + text;`,
      ]),
      '    text = text + error.message;',
      '    res.status(500).json({ text });',
      '  }',
    ]);
    assert.equal(told, 1);
  });

  it('are read where a function that decodes calls itself', async () => {
    const told = await leaks([
      '  const read = (text, again) => {',
      '    if (again) return read(text, again - 1);',
      "    return JSON.parse(Buffer.from(text, 'base64').toString());",
      '  };',
      '  try {',
      '    res.json(read(req.body.text, 3));',
      '  } catch (error) {',
      '    res.status(500).json({ text: error.message });',
      '  }',
    ]);
    assert.equal(told, 1);
  });
});
