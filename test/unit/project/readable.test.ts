import { strict as assert } from 'node:assert';
import { decode, largestAnalysed, whyUnreadable } from '../../../src/project/readable';

describe('what can be read', () => {
  it('ordinary code is analysed, however long', () => assert.equal(whyUnreadable('const a = 1;\n'.repeat(60_000)), undefined));

  it('one character beyond the limit is too much', () => {
    const text = 'a\n'.repeat(largestAnalysed / 2);
    assert.equal(whyUnreadable(text), undefined);
    assert.equal(whyUnreadable(`${text}a`), 'too large (1.0 MB)');
  });

  it('minified code is told by its average line', () => {
    assert.equal(whyUnreadable(`${'a'.repeat(600)}\n`.repeat(50)), 'minified');
    assert.equal(whyUnreadable(`${'a'.repeat(400)}\n`.repeat(75)), undefined);
  });

  it('or by a single line, wherever it is', () => {
    const short = 'a;\n'.repeat(10_000);
    assert.equal(whyUnreadable(`${short}${'b'.repeat(20_001)}\n${short}`), 'minified');
    assert.equal(whyUnreadable(short + 'b'.repeat(20_001)), 'minified');
    assert.equal(whyUnreadable(`${short}${'b'.repeat(20_000)}\n${short}`), undefined);
  });

  it('a small file on one line is not minified', () => assert.equal(whyUnreadable('a'.repeat(19_000)), undefined));

  it('NUL gives binary content away', () => assert.equal(whyUnreadable('a\u0000b'), 'not text'));
});

describe('decoding', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

  it('leaves a byte order mark out, so that offsets are those of the editor', () =>
    assert.equal(decode(bytes(0xef, 0xbb, 0xbf, 0x61)), 'a'));
  it('reads UTF-8', () => assert.equal(decode(bytes(0xc3, 0xa9)), 'é'));
  it('reads UTF-16 of both orders', () => {
    assert.equal(decode(bytes(0xff, 0xfe, 0x61, 0, 0xac, 0x20)), 'a€');
    assert.equal(decode(bytes(0xfe, 0xff, 0, 0x61, 0x20, 0xac)), 'a€');
  });
  it('refuses binary content', () => {
    assert.equal(decode(bytes(0x89, 0x50, 0x4e, 0x47, 0, 1)), undefined);
    assert.equal(decode(bytes(0xff, 0xfe, 0, 0)), undefined);
  });
  it('an empty file is text', () => assert.equal(decode(bytes()), ''));
});
