import { strict as assert } from 'node:assert';
import { formatSources, formattedFiles } from '../../src/build/formatting';

describe('layout of our own code', () => {
  it('is what npm run format writes', async function () {
    this.timeout(180_000);
    assert.deepEqual(await formatSources(process.cwd(), { check: true }), [], 'run npm run format');
  });

  it('leaves inputs of tests alone, where every line counts', () => {
    const files = formattedFiles(process.cwd());
    assert.ok(
      files.includes('esbuild.config.mjs') && files.includes('src/build/formatting.ts') && files.includes('test/fixtures/rules.test.ts'),
    );
    assert.deepEqual(
      files.filter((file) => /^test\/(rules|checks|libraries|projects)\//.test(file)),
      [],
    );
  });
});
