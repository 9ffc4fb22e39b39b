import assert from 'node:assert/strict';
import type { FileResult } from '../../../src/engine/api';
import { applyFileDelta, applyScorecardDelta, fileDelta, scorecardDelta, type ShownResult } from '../../../src/engine/delta';
import type { Finding } from '../../../src/model/finding';
import type { ItemState, Scorecard } from '../../../src/model/readiness';
import { finding } from '../../harness/fakeSession';

function result(version: number, ...findings: FileResult['findings']): FileResult {
  return { file: 'a.ts', version, findings };
}

/** What a receiver is to know of a result: findings without offsets. */
function shown({ findings, ...rest }: FileResult): ShownResult {
  return { ...rest, findings: findings.map(({ span: _, ...finding }) => finding) };
}

/** The receiver gets JSON, never the sender's objects. */
function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

describe('Differences of file results', () => {
  it('say nothing when nothing changed', () => {
    const one = finding();
    assert.equal(fileDelta(result(1, one), result(1, { ...one })), undefined);
  });

  it('tell a new version even when the findings are the same', () => {
    const one = finding();
    assert.deepEqual(fileDelta(result(1, one), result(2, one)), { file: 'a.ts', version: 2, findings: [0] });
  });

  it('send only places for findings that moved', () => {
    const one = finding({
      line: 3,
      related: [{ file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 2, message: 'A sibling is guarded here.' }],
    });
    const moved = {
      ...one,
      location: { ...one.location, line: 4, endLine: 4 },
      span: { start: 50, end: 54 },
      related: [{ ...one.related[0]!, line: 2, endLine: 2 }],
    };
    const delta = fileDelta(result(1, one), result(2, moved))!;
    assert.deepEqual(delta.findings, [{ was: 0, location: moved.location, related: moved.related }]);
    assert.deepEqual(applyFileDelta(shown(result(1, one)), sent(delta)), shown(result(2, moved)));
  });

  it('send a finding as a whole when its words changed', () => {
    const one = finding();
    const other = { ...one, message: 'Something else.' };
    assert.deepEqual(fileDelta(result(1, one), result(2, other))!.findings, shown(result(2, other)).findings);
  });

  it('say nothing of findings that only have another offset', () => {
    const one = finding();
    const further = { ...one, span: { start: one.span.start + 1, end: one.span.end + 1 } };
    assert.deepEqual(fileDelta(result(1, one), result(2, further))!.findings, [0]);
  });

  it('keep equal findings apart by their order, in front of and behind what came', () => {
    const [a, b, c] = [1, 2, 3].map((line) => finding({ line, fingerprint: 'same' })) as [Finding, Finding, Finding];
    const other = finding({ line: 2, fingerprint: 'other' });
    assert.deepEqual(fileDelta(result(1, a, b, c), result(2, a, other, b, c))!.findings, [0, shown(result(2, other)).findings[0], 1, 2]);
    assert.deepEqual(fileDelta(result(1, a, other, b), result(2, a, b))!.findings, [0, 2]);
  });

  it('bring the receiver to the same state, whatever came and went', () => {
    const pool = [
      finding({ line: 1 }),
      finding({ line: 2 }),
      finding({ line: 3, severity: 'error' }),
      finding({ line: 4, fingerprint: 'same' }),
      finding({ line: 5, fingerprint: 'same' }),
    ];
    const at = (index: number, line: number) => ({ ...pool[index]!, location: { ...pool[index]!.location, line, endLine: line } });
    const states = [
      result(1),
      result(2, pool[0]!, pool[2]!),
      result(3, at(2, 1), pool[0]!, pool[3]!, pool[4]!),
      result(4, pool[4]!, at(3, 9)),
      result(5, ...pool),
      { ...result(6), skipped: 'too large' },
      result(7, pool[1]!),
    ];
    let known: ShownResult | undefined;
    let before: FileResult | undefined;
    for (const state of states) {
      known = applyFileDelta(known, sent(fileDelta(before, state)!));
      assert.deepEqual(known, shown(state));
      before = state;
    }
  });

  it('are refused by a receiver that is out of step', () => {
    assert.throws(() => applyFileDelta(undefined, { file: 'a.ts', version: 2, findings: [0] }), /out of step/);
  });
});

describe('Differences of scorecards', () => {
  const item = (id: string, detail: string): ItemState => ({
    item: { id, dimension: 'security', title: id, type: 'auto', weight: 1, backedBy: [] },
    status: 'unknown',
    detail,
    findings: [],
    evidence: [],
  });
  const card = (...items: ItemState[]): Scorecard => ({
    dimensions: [{ dimension: 'security', items, met: 0, gaps: 0, blockers: 0, unknown: items.length, score: 0 }],
    stage: 'Demo',
    next: [],
    unverified: 1,
  });

  it('name unchanged items by id and carry changed ones', () => {
    const before = card(item('SEC-1', 'a'), item('SEC-2', 'b'));
    const after = card(item('SEC-1', 'a'), item('SEC-2', 'c'));
    const delta = scorecardDelta(before, after)!;
    assert.deepEqual(delta.dimensions[0]!.items, ['SEC-1', item('SEC-2', 'c')]);
    assert.deepEqual(applyScorecardDelta(before, sent(delta)), after);
    assert.equal(scorecardDelta(after, sent(after)), undefined);
    assert.throws(() => applyScorecardDelta(undefined, delta), /out of step/);
  });
});
