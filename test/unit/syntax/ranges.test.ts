import assert from 'node:assert/strict';
import { lineStartsAfter, lineStartsOfText } from '../../../src/syntax/ranges';
import { Random } from '../../bench/random';

describe('line starts', () => {
  it('know all line ends that an editor knows', () => {
    assert.deepEqual(lineStartsOfText('a\nb\n'), [0, 2, 4]);
    assert.deepEqual(lineStartsOfText('a\r\nb\rc\u2028d'), [0, 3, 5, 7]);
    assert.deepEqual(lineStartsOfText(''), [0]);
  });

  it('after an edit are those of the new text, wherever it was', () => {
    const random = new Random(5);
    const some = (most: number): string => {
      let text = '';
      for (let left = Math.floor(random.next() * most); left > 0; left--)
        text += random.pick(['a', ' ', '\n', '\n', '\r\n', '\r', '\u2028']);
      return text;
    };
    for (let round = 0; round < 5000; round++) {
      const [head, old, now, tail] = [some(12), some(8), some(8), some(12)];
      const before = lineStartsOfText(head + old + tail);
      const text = head + now + tail;
      const changed = { pos: head.length, end: head.length + now.length };
      assert.deepEqual(
        lineStartsAfter(before, text, changed, now.length - old.length),
        lineStartsOfText(text),
        JSON.stringify([head, old, now, tail]),
      );
    }
  });
});
