import { strict as assert } from 'node:assert';
import { sourceTree } from '../../src/build/generation/tree';

/** Answers are kept by the pattern that was asked for: one that is written out in a call is another one each time, and all of them would be kept for each keystroke. */
const writtenOut = /\bmayHold\(\s*(?:\/|new RegExp\b|RegExp\()/;

describe('patterns that a whole text is asked for', () => {
  const tree = sourceTree(process.cwd());
  it('are constants', () => {
    const files = tree.list('src').filter((file) => file.endsWith('.ts'));
    assert.deepEqual(
      files.filter((file) => writtenOut.test(tree.read(file)!)),
      [],
    );
  });
  it('are told from those that are written out', () => {
    assert.ok(writtenOut.test('if (!analysis.mayHold(/\\benv\\b/)) return;') && writtenOut.test('mayHold(new RegExp(name))'));
    assert.ok(!writtenOut.test('if (!analysis.mayHold(environment)) return;'));
  });
});
