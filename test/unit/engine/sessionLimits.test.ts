import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { Stopwatch, TooSlow } from '../../../src/facts/stopwatch';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const handler = `export async function create(req, res) {
  try {
    await save(req.body);
    res.json({ ok: true });
  } catch (error) {
    res.status(500).json({ error: error.message });
  }
}
`;

describe('the time of one file', () => {
  it('is limited: a file that needs longer is listed, others are judged', async () => {
    const session = openSession(memoryWorkspace({ 'src/a.ts': 'export const a = () => fetch("https://a.example");\n' }), { limitMs: -1 });
    const { files } = await session.scan();
    assert.deepEqual(files.analysed, []);
    assert.match(files.skipped[0]!.reason, /took longer than/);
  });

  it('is no matter where code is nested too deeply: the file is listed, others are judged', async () => {
    const deep = `export const all = start${'\n  .then(next)'.repeat(5_000)};\n`;
    const session = openSession(
      memoryWorkspace({ 'src/deep.ts': deep, 'src/a.ts': 'export const a = () => fetch("https://a.example");\n' }),
    );
    const { files } = await session.scan();
    assert.deepEqual(files.analysed, ['src/a.ts']);
    assert.deepEqual(files.skipped, [{ file: 'src/deep.ts', reason: 'not analysed: it is nested too deeply' }]);
  });

  it('does not count what other files take', () => {
    let now = 0;
    const watch = new Stopwatch(10, () => now);
    now = 8;
    watch.pause();
    now = 100;
    watch.resume();
    assert.doesNotThrow(() => watch.check());
    now = 103;
    assert.throws(() => watch.check(), TooSlow);
  });
});

describe('a file without a manifest around it', () => {
  const confidenceOf = async (files: Record<string, string>) => {
    const { findings } = await openSession(memoryWorkspace(files)).scan();
    return findings.filter((finding) => finding.rule === 'error-detail-leak').map((finding) => finding.confidence);
  };

  it('is judged by the shape of its handlers, with less confidence than by its imports', async () => {
    assert.deepEqual(await confidenceOf({ 'orders.js': handler }), ['medium']);
    assert.deepEqual(
      await confidenceOf({
        'orders.js': `import express from 'express';\nconst app = express();\n${handler}app.post('/orders', create);\n`,
      }),
      ['high'],
    );
  });

  it('is not judged by shapes where a manifest names no framework', async () => {
    assert.deepEqual(await confidenceOf({ 'package.json': '{"dependencies":{}}', 'orders.js': handler }), []);
  });
});
