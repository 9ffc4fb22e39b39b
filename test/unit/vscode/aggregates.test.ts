import assert from 'node:assert/strict';
import type { Finding } from '../../../src/model/finding';
import { Aggregates } from '../../../src/vscode/aggregates';
import { finding } from '../../harness/fakeSession';

/** Findings of one shape, one per file `f00.ts`, `f01.ts` …, or the file given. */
const many = (count: number, over: Partial<Finding> & { in?: string } = {}): Finding[] =>
  Array.from({ length: count }, (_, index) => {
    const { in: file = `f${String(index).padStart(2, '0')}.ts`, ...rest } = over;
    return finding({
      shape: 'gap',
      line: index + 1,
      ...rest,
      location: { file, line: index + 1, column: 1, endLine: index + 1, endColumn: 5 },
    });
  });

describe('Findings of one shape in Problems', () => {
  it('stand for themselves up to fifteen', () => {
    const aggregates = new Aggregates();
    const findings = many(15);
    assert.deepEqual(aggregates.update(findings), []);
    assert.equal(
      findings.some((one) => aggregates.isTold(one) || aggregates.othersOf(one) !== undefined),
      false,
    );
  });

  it('are told by the first of their places from sixteen on, wherever it stands in the results', () => {
    const aggregates = new Aggregates();
    const findings = many(40);
    assert.equal(aggregates.update([...findings].reverse()).length, 40);
    assert.deepEqual(
      findings.filter((one) => !aggregates.isTold(one)),
      [findings[0]],
    );
    const others = aggregates.othersOf(findings[0]!)!;
    assert.deepEqual([others.count, others.some.length, others.some[0]], [39, 10, findings[1]]);
    assert.equal(aggregates.othersOf(findings[1]!), undefined);
  });

  it('are counted apart by rule, message, severity and confidence, and those without a shape never', () => {
    const aggregates = new Aggregates();
    const mixed = [
      ...many(10),
      ...many(10, { rule: 'swallowed-error' }),
      ...many(10, { shape: 'other' }),
      ...many(10, { severity: 'error' }),
      ...many(10, { confidence: 'low' }),
    ];
    const { shape: _, ...bare } = finding();
    const shapeless = Array.from({ length: 20 }, () => ({ ...bare }));
    aggregates.update([...mixed, ...shapeless]);
    assert.equal(
      [...mixed, ...shapeless].some((one) => aggregates.isTold(one)),
      false,
    );
  });

  it('have only those files shown anew whose entries changed', () => {
    const aggregates = new Aggregates();
    const findings = many(20);
    aggregates.update(findings);
    assert.deepEqual(aggregates.update(findings), []);
    // One less: the entry's number changes.
    assert.deepEqual(aggregates.update(findings.slice(0, 19)), ['f00.ts']);
    // The first is gone: another one tells the rest.
    assert.deepEqual(aggregates.update(findings.slice(1)).sort(), ['f00.ts', 'f01.ts']);
    assert.equal(aggregates.isTold(findings[1]!), false);
    // Few enough to be listed one by one.
    assert.equal(aggregates.update(findings.slice(1, 16)).length, 19);
    assert.equal(aggregates.isTold(findings[5]!), false);
  });
});
