import { strict as assert } from 'node:assert';
import type { Finding } from '../../../src/model/finding';
import { compareFile, judgedRules } from '../../harness/compare';
import { readMarkers } from '../../harness/markers';
import { gapAt } from '../engine/samples';

const file = 'src/a.ts';

function differences(text: string, findings: readonly Finding[]): string[] {
  const markers = readMarkers(text);
  return compareFile(file, markers, findings, judgedRules('some-rule', [markers]));
}

function some(text: string, code: string, more: Partial<Finding> = {}): Finding {
  return gapAt(file, text, code, 'some-rule', more);
}

describe('findings beside the comments of a fixture', () => {
  const text = 'first();\nsecond(); // expect: some-rule\n';

  it('agree when everything expected is reported and nothing else', () =>
    assert.deepEqual(differences(text, [some(text, 'second()')]), []));

  it('differ when an expected finding is missing, and say where there is one instead', () => {
    assert.match(differences(text, [])[0]!, /:2: some-rule is expected here and does not report$/);
    assert.match(differences(text, [some(text, 'first()')])[0]!, /it reports on line 1/);
  });

  it('differ when more is reported than expected', () => {
    assert.match(differences(text, [some(text, 'second()'), some(text, 'second')])[0]!, /is not expected/);
    assert.match(differences('first(); // ok: some-rule\n', [some(text, 'first()')])[0]!, /is not expected/);
  });

  it('differ when the finding is suppressed', () =>
    assert.equal(differences(text, [some(text, 'second()', { status: 'suppressed' })]).length, 1));

  it('leave other rules aside unless a comment names them', () => {
    const other = gapAt(file, text, 'first()', 'other-rule');
    assert.deepEqual(differences(text, [some(text, 'second()'), other]), []);
    const naming = 'first();\nsecond(); // expect: some-rule\nthird(); // ok: other-rule\n';
    assert.equal(differences(naming, [some(naming, 'second()'), other]).length, 1);
  });

  it('must have the severity and confidence that are named', () => {
    const strict = 'second(); // expect: some-rule(error high)\n';
    assert.deepEqual(differences(strict, [some(strict, 'second()', { severity: 'error' })]), []);
    assert.match(differences(strict, [some(strict, 'second()', { severity: 'info' })])[0]!, /expected as error and reports as info/);
  });

  it('must start and end where the carets are, and say what stands beside them', () => {
    const pointed = '  call(url); // expect: some-rule\n  //   ^^^ the address\n';
    const at = (code: string, message: string) => differences(pointed, [some(pointed, code, { message })]);
    assert.deepEqual(at('url', 'Here is the address.'), []);
    assert.equal(at('url', 'Something else.').length, 1);
    assert.equal(at('call(url)', 'Here is the address.').length, 1);
    assert.equal(at('ur', 'Here is the address.').length, 1);
  });

  it('may cover the comment opener when carets follow it directly', () => {
    const pointed = 'fetch(url); // expect: some-rule\n//^^^\n';
    assert.deepEqual(differences(pointed, [some(pointed, 'fetch')]), []);
    assert.equal(differences(pointed, [some(pointed, 'url')]).length, 1);
  });

  it('repeat an id for each finding on a line', () => {
    const twice = 'a(); b(); // expect: some-rule, some-rule\n';
    assert.deepEqual(differences(twice, [some(twice, 'a()'), some(twice, 'b()')]), []);
    assert.equal(differences(twice, [some(twice, 'a()')]).length, 1);
  });
});
