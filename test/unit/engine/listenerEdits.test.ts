import { strict as assert } from 'node:assert';
import { listeningTest } from '../../../src/facts/listeningCode';
import type { EmitterMade } from '../../../src/model/facts';
import { openLive, placesOf } from './liveProject';

const rule = 'emitter-without-error-listener';

describe('Listeners for errors while people type', () => {
  it('sees a listener in another statement when what it listens to is changed, and misses it when it goes', async () => {
    const { session, type } = await openLive({
      'package.json': JSON.stringify({ dependencies: { pg: '8.13.0' } }),
      'src/pool.ts':
        "import { Pool } from 'pg';\n\nexport const pool = new Pool({ max: 5 });\n\npool.on('error', (error) => console.error(error));\n",
    });
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    assert.deepEqual(placesOf(type('src/pool.ts', 'max: 5', 'max: 50').findings, rule), []);
    assert.deepEqual(placesOf(type('src/pool.ts', "'error'", "'connect'").findings, rule), ['src/pool.ts:3']);
    assert.deepEqual(placesOf(type('src/pool.ts', "'connect'", "'error'").findings, rule), []);
  });

  it('judges what is made in one file again when another one stops listening', async () => {
    const { session, type } = await openLive({
      'package.json': JSON.stringify({ dependencies: { pg: '8.13.0' } }),
      'src/pool.ts': "import { Pool } from 'pg';\n\nexport const pool = new Pool({ max: 5 });\n",
      'src/main.ts': "import { pool } from './pool';\n\npool.on('error', (error) => console.error(error));\n",
    });
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    type('src/main.ts', "'error'", "'connect'");
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/pool.ts:3']);
    type('src/main.ts', "'connect'", "'error'");
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
  });

  const server = [
    "import express from 'express';",
    "import { Pool } from 'pg';",
    "import { watch } from './watch';",
    'const pool = new Pool({ max: 5 });',
    'const app = express();',
    "app.get('/orders', async (req, res) => {",
    "  const { rows } = await pool.query('select 1');",
    "  res.json(rows.length === 0 ? { error: 'none' } : rows);",
    '});',
    "app.get('/health', (req, res) => {",
    "  res.json({ state: 'fine' });",
    '});',
    '',
  ].join('\n');
  const files = {
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', pg: '8.13.0' } }),
    'src/server.ts': server,
    'src/watch.ts': "export const watch = (it: { on(event: string, then: () => void): void }) => it.on('error', () => undefined);\n",
  };
  const made = ['src/server.ts:4'];
  const ways: Record<string, [from: string, to: string, found: string[]]> = {
    'a method of it is called': ['select 1', 'select 2', made],
    'it is listened to in a handler': ["res.json({ state: 'fine' });", "pool.once('error', () => res.end());", []],
    'it is listened to by a property': ["res.json({ state: 'fine' });", '(pool as any).onerror = () => res.end();', []],
    'it is handed to what may listen': ["res.json({ state: 'fine' });", 'watch(pool);', []],
    'something else is listened to': ["res.json({ state: 'fine' });", "req.on('close', () => res.end());", made],
  };
  for (const [way, [from, to, found]] of Object.entries(ways))
    it(`says what a new session says when ${way}`, async () => {
      const { session, type } = await openLive(files);
      assert.deepEqual(placesOf(session.project().findings, rule), made);
      assert.deepEqual(placesOf(type('src/server.ts', from, to).findings, rule), found);
      const anew = await openLive({ ...files, 'src/server.ts': server.replace(from, to) });
      assert.deepEqual(placesOf(anew.session.project().findings, rule), found);
      assert.deepEqual(placesOf(type('src/server.ts', to, from).findings, rule), made);
    });

  it('looks at one statement of a file with a pool while somebody types into a handler', () => {
    const test = listeningTest([emitter('pool'), emitter('this.client')])!;
    const looks = (code: string): boolean => test.test(code);
    for (const code of [
      "pool.query('select 1')",
      'await pool!.connect()',
      'pool?.end()',
      'this.client.get(key)',
      "res.json({ error: 'x' })",
      'spool(x)',
    ])
      assert.equal(looks(code), false, code);
    for (const code of [
      "pool.on('error', log)",
      'pool\n  .once(x, y)',
      'watch(pool)',
      '[pool]',
      "getPool().on('error', log)",
      'this.client.onerror = log',
      'start({ client })',
    ])
      assert.equal(looks(code), true, code);
  });
});

function emitter(name: string): EmitterMade {
  const base = { file: 'a.ts', span: { start: 0, end: 1 }, scope: '', inRequestPath: 'absent' as const };
  return { ...base, kind: 'emitter', library: 'pg', label: name, fails: '', listened: 'absent', name, byFile: true };
}
