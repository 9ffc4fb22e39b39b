import { strict as assert } from 'node:assert';
import { runGenerate } from '../../src/build/generation/run';

describe('generated files', () => {
  // test/unit/build/scaffold.test.ts proves that a stale file is found.
  it('are up to date', async () => {
    const { stale } = await runGenerate({ check: true });
    assert.deepEqual(stale, [], 'run npm run generate');
  });
});
