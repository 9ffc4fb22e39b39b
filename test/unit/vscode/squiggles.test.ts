import assert from 'node:assert/strict';
import { Squiggles } from '../../../src/vscode/squiggles';
import { finding } from '../../harness/fakeSession';

const words = (findings: readonly { message: string }[]): string[] => findings.map(({ message }) => message);

describe('What is underlined', () => {
  it('holds new findings back while somebody types, and shows them when typing pauses', () => {
    const squiggles = new Squiggles();
    assert.deepEqual(squiggles.update([finding()], true), []);
    assert.equal(squiggles.isWaiting, true);
    assert.equal(squiggles.release().length, 1);
    assert.equal(squiggles.isWaiting, false);
  });

  it('takes fixed ones away at once', () => {
    const [one, two] = [finding({ message: 'one' }), finding({ message: 'two', line: 9 })];
    const squiggles = new Squiggles();
    squiggles.update([one, two], false);
    assert.deepEqual(words(squiggles.update([two], true)), ['two']);
  });

  it('moves shown ones at once', () => {
    const one = finding({ line: 3 });
    const squiggles = new Squiggles();
    squiggles.update([one], false);
    const moved = { ...one, location: { ...one.location, line: 4 } };
    assert.deepEqual(squiggles.update([moved], true), [moved]);
  });

  it('does not blink when the underlined code itself is typed in', () => {
    const squiggles = new Squiggles();
    squiggles.update([finding({ line: 3, message: 'POST /a is open.' })], false);
    assert.deepEqual(words(squiggles.update([finding({ line: 3, message: 'POST /ab is open.' })], true)), ['POST /ab is open.']);
    assert.deepEqual(words(squiggles.update([finding({ line: 5, message: 'POST /ab is open.' })], true)), ['POST /ab is open.']);
  });

  it('does not take a finding elsewhere, or of another rule, for a shown one', () => {
    const squiggles = new Squiggles();
    squiggles.update([finding({ line: 3 })], false);
    assert.deepEqual(squiggles.update([finding({ line: 30 }), finding({ line: 3, rule: 'sql-injection' })], true), []);
    assert.equal(squiggles.isWaiting, true);
  });

  it('lets one shown finding stand for one only', () => {
    const squiggles = new Squiggles();
    squiggles.update([finding({ line: 3 })], false);
    assert.equal(squiggles.update([finding({ line: 3 }), finding({ line: 3 })], true).length, 1);
  });
});
