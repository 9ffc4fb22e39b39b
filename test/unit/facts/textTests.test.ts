import assert from 'node:assert/strict';
import { TextTests } from '../../../src/facts/textTests';

describe('what a text may hold', () => {
  const pattern = /\bpublic endpoints\b/i;
  const inherited = (before: string, after: string, statement: string): TextTests => {
    const old = new TextTests(before);
    old.mayHold(pattern);
    const tests = new TextTests(after);
    tests.inherit(old, statement);
    return tests;
  };

  it('is what its text holds', () => {
    assert.equal(new TextTests('// Public endpoints\na();').mayHold(pattern), true);
    assert.equal(new TextTests('// Endpoints\na();').mayHold(pattern), false);
  });

  it('comes with the statement that was edited', () => {
    assert.equal(inherited('a();\nb();', 'a();\n// Public endpoints\nb();', '\n// Public endpoints\nb();').mayHold(pattern), true);
    assert.equal(inherited('a();\nb();', 'a();\nbc();', '\nbc();').mayHold(pattern), false);
  });

  it('stays until the text is looked at as a whole, even where it is gone', () =>
    assert.equal(inherited('// Public endpoints\na();', 'a();', 'a();').mayHold(pattern), true));

  it('is asked of the whole text when nobody asked before', () => {
    const tests = new TextTests('// Public endpoints\na();\nb();');
    tests.inherit(new TextTests('// Public endpoints\na();'), '\nb();');
    assert.equal(tests.mayHold(pattern), true);
  });
});
