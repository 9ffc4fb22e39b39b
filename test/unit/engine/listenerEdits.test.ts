import { strict as assert } from 'node:assert';
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
});
