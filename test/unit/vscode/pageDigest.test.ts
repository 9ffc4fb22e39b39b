import assert from 'node:assert/strict';
import { digest } from '../../../src/vscode/pageDigest';

describe('What a hover takes from a page', () => {
  it('is the first paragraph of why and how', () => {
    const page =
      '# Title\n\nSummary.\n\n## What it looks for\n\nThings.\n\n## Why it matters in production\n\nThe request hangs\nand nobody knows.\n\nMore.\n\n## How to fix\n\nWrap it.\n\n```ts\nx\n```\n';
    assert.deepEqual(digest(page), { why: 'The request hangs and nobody knows.', how: 'Wrap it.' });
  });

  it('is nothing where the page says nothing', () => {
    assert.deepEqual(digest('# Title\n\n## Why it matters in production\n\n## How to fix\n\n```ts\nx\n```\n'), {});
  });

  it('ends with a whole sentence when it is long', () => {
    const sentence = `${'word '.repeat(30)}end. `;
    const { why } = digest(`## Why\n\n${sentence.repeat(5)}\n`);
    assert.equal(why, sentence.trim());
    assert.match(digest(`## Why\n\n${'word '.repeat(200)}\n`).why!, / …$/);
  });
});
