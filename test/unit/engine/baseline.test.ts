import assert from 'node:assert/strict';
import { applyBaseline, readBaseline, renderBaseline, updateBaseline, type Baseline } from '../../../src/engine/baseline';
import { gapAt } from './samples';

const text = 'first();\nsecond();\n';
const first = gapAt('src/a.ts', text, 'first()', 'rule-a');
const second = gapAt('src/a.ts', text, 'second()', 'rule-b', { severity: 'error' });
const everything = (): boolean => true;

function baselineOf(...findings: (typeof first)[]): Baseline {
  return updateBaseline(undefined, findings, new Set(), everything).baseline;
}

describe('the baseline', () => {
  it('is written one entry per line in a stable order, and read back as it was', () => {
    const baseline = baselineOf(second, first);
    const written = renderBaseline(baseline);
    assert.equal(written, renderBaseline({ version: 1, findings: [...baseline.findings].reverse() }));
    assert.equal(written.split('\n').filter((line) => line.includes('"fingerprint"')).length, 2);
    assert.deepEqual(readBaseline(written), { baseline, findings: [] });
    assert.deepEqual(readBaseline(renderBaseline({ version: 1, findings: [] })).baseline, { version: 1, findings: [] });
  });

  it('marks what it knows and drops nothing', () => {
    const result = applyBaseline([first, second], baselineOf(first), everything);
    assert.deepEqual(
      result.map(({ status }) => status),
      ['baselined', 'open'],
    );
  });

  it('leaves suppressed findings suppressed, and changes nothing when there is none', () => {
    const suppressed = { ...first, status: 'suppressed' as const };
    assert.deepEqual(applyBaseline([suppressed], baselineOf(first), everything), [suppressed]);
    assert.deepEqual(applyBaseline([first], undefined, everything), [first]);
  });

  it('knows a finding again after its file moved, but not a copy of it', () => {
    const moved = gapAt('lib/b.ts', text, 'first()', 'rule-a');
    const isThere = (file: string): boolean => file !== 'src/a.ts';
    assert.equal(applyBaseline([moved], baselineOf(first), isThere)[0]!.status, 'baselined');
    assert.equal(applyBaseline([moved], baselineOf(first), everything)[0]!.status, 'open');
    const copy = gapAt('lib/c.ts', text, 'first()', 'rule-a');
    assert.deepEqual(
      applyBaseline([moved, copy], baselineOf(first), isThere)
        .map(({ status }) => status)
        .sort(),
      ['baselined', 'open'],
    );
  });

  it('does not know an aggregated finding any more once it stands for more places', () => {
    const few = { ...first, occurrences: 20 };
    const baseline = baselineOf(few);
    assert.equal(applyBaseline([{ ...first, occurrences: 19 }], baseline, everything)[0]!.status, 'baselined');
    assert.equal(applyBaseline([{ ...first, occurrences: 21 }], baseline, everything)[0]!.status, 'open');
    assert.equal(updateBaseline(baseline, [{ ...first, occurrences: 21 }], new Set(), everything).added.length, 1);
  });

  it('asks whether files exist only where a finding may have moved', () => {
    const asked: string[] = [];
    const exists = (file: string): boolean => asked.push(file) > 0;
    applyBaseline([first, second], baselineOf(first), exists);
    assert.deepEqual(asked, []);
    applyBaseline([gapAt('lib/b.ts', text, 'first()', 'rule-a')], baselineOf(first), exists);
    assert.deepEqual(asked, ['src/a.ts']);
  });

  it('is updated as a difference: new ones are added, gone ones removed', () => {
    const update = updateBaseline(baselineOf(first), [second], new Set(), everything);
    assert.deepEqual(
      update.added.map(({ rule }) => rule),
      ['rule-b'],
    );
    assert.deepEqual(
      update.removed.map(({ rule }) => rule),
      ['rule-a'],
    );
    assert.deepEqual(
      update.baseline.findings.map(({ rule }) => rule),
      ['rule-b'],
    );
    const same = updateBaseline(update.baseline, [second], new Set(), everything);
    assert.deepEqual([same.added, same.removed, same.baseline], [[], [], update.baseline]);
  });

  it('keeps entries of files that were skipped this time', () => {
    const update = updateBaseline(baselineOf(first), [], new Set(['src/a.ts']), everything);
    assert.deepEqual([update.removed, update.baseline.findings.length], [[], 1]);
  });

  it('takes in neither suppressed findings nor what the engine says about its own files', () => {
    const own = { ...first, rule: 'invalid-configuration' };
    assert.deepEqual(baselineOf({ ...first, status: 'suppressed' }, own, { ...first, outcome: 'pass' }).findings, []);
  });

  it('gives a finding and no baseline for a file that cannot be read', () => {
    for (const broken of ['{ "version": 1, "findings": [', '{ "version": 2, "findings": [] }', '[]', '', '<<<<<<< a\n']) {
      const reading = readBaseline(broken);
      assert.equal(reading.baseline, undefined, broken);
      assert.deepEqual(
        reading.findings.map(({ rule, severity, location }) => [rule, severity, location.file]),
        [['invalid-configuration', 'error', '.production-gap/baseline.json']],
      );
    }
    assert.deepEqual(readBaseline(undefined), { findings: [] });
  });
});
