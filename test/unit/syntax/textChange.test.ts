import assert from 'node:assert/strict';
import { changeBetween } from '../../../src/syntax/textChange';
import { Random } from '../../bench/random';

describe('the change between two texts', () => {
  it('is empty for the same text', () => {
    assert.deepEqual(changeBetween('abc', 'abc'), { start: 3, end: 3, newLength: 0 });
    assert.deepEqual(changeBetween('', ''), { start: 0, end: 0, newLength: 0 });
  });
  it('turns the one into the other, and is no larger than what was edited', () => {
    const random = new Random(7);
    for (let round = 0; round < 400; round++) {
      const before = Array.from({ length: Math.floor(random.next() * 6_000) }, () => random.pick(['a', 'b', '\n'])).join('');
      const start = Math.floor(random.next() * (before.length + 1));
      const end = Math.min(before.length, start + Math.floor(random.next() * 40));
      const typed = Array.from({ length: Math.floor(random.next() * 2_000) }, () => random.pick(['a', 'b', 'c'])).join('');
      const after = before.slice(0, start) + typed + before.slice(end);
      const change = changeBetween(before, after);
      const inserted = after.slice(change.start, change.start + change.newLength);
      assert.equal(before.slice(0, change.start) + inserted + before.slice(change.end), after);
      assert.ok(change.newLength <= typed.length && change.end - change.start <= end - start);
    }
  });
});
