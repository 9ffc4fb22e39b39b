import assert from 'node:assert/strict';
import { allJudged, allTicked, gap, scorecard, type Case } from './samples';

const ready: Case = { judged: allJudged(), readiness: { attestations: allTicked() } };

function stageWith(more: Case): string {
  return scorecard({ ...ready, ...more }).stage;
}

function withoutTick(...items: string[]): Case {
  return { readiness: { attestations: allTicked().filter(({ item }) => !items.includes(item)) } };
}

function withoutRule(...rules: string[]): Case {
  return { judged: Object.fromEntries(Object.entries(allJudged()).filter(([rule]) => !rules.includes(rule))) };
}

describe('the stage', () => {
  it('is Demo for a project about which nothing is known', () => {
    assert.equal(scorecard({}).stage, 'Demo');
  });

  it('is System when everything was checked, ticked and found in order', () => {
    assert.deepEqual([scorecard(ready).stage, scorecard(ready).next], ['System', []]);
  });

  it('stays Demo with a certain secret in the code or with checks switched off', () => {
    assert.equal(stageWith({ findings: [gap('hardcoded-secret', { severity: 'error' })] }), 'Demo');
    assert.equal(stageWith({ findings: [gap('build-checks-disabled')] }), 'Demo');
    assert.equal(stageWith(withoutRule('hardcoded-secret')), 'Demo');
    assert.equal(stageWith({ findings: [gap('hardcoded-secret', { severity: 'error', status: 'waived' })] }), 'System');
  });

  it('stays Prototype while an item that real users depend on is open or unknown', () => {
    assert.equal(stageWith({ findings: [gap('missing-auth-guard')] }), 'Prototype');
    assert.equal(stageWith({ findings: [gap('pii-in-logs', { severity: 'info' })] }), 'Prototype');
    assert.equal(stageWith(withoutRule('missing-migrations')), 'Prototype');
    assert.equal(stageWith(withoutTick('DATA-7')), 'Prototype');
  });

  it('is not opened by accepting the risk of an item as a whole', () => {
    const acceptedRisks = [{ item: 'SEC-1', owner: 'Ben', reason: 'r', on: '2026-06-01', expires: '2027-01-01' }];
    const findings = [gap('missing-auth-guard', { severity: 'error' })];
    assert.equal(stageWith({ findings, readiness: { attestations: allTicked(), acceptedRisks } }), 'Prototype');
  });

  it('stays Product without the exercises for scale', () => {
    for (const item of ['SCAL-6', 'OPS-4', 'OPS-6', 'OBS-6']) assert.equal(stageWith(withoutTick(item)), 'Product', item);
    assert.equal(stageWith({ findings: [gap('in-memory-state', { severity: 'info' })] }), 'Product');
  });

  it('falls back when a tick expires', () => {
    assert.equal(stageWith({ readiness: { attestations: allTicked('2025-06-01') } }), 'Prototype');
  });

  it('treats what does not apply as met', () => {
    const none = { ...allJudged(), 'unverified-webhook': 0, 'webhook-raw-body': 0, 'non-idempotent-webhook': 0 };
    assert.equal(stageWith({ judged: none }), 'System');
  });

  it('lists what is missing for the next one, most weight for the least work first', () => {
    const { next } = scorecard({
      ...ready,
      ...withoutTick('DATA-7'),
      findings: [gap('pii-in-logs', { fixes: [{ id: 'mask', kind: 'fix', title: 'Mask' }] }), gap('error-not-logged')],
    });
    assert.deepEqual(
      next.map(({ item }) => item),
      ['COMP-1', 'DATA-7', 'OBS-2'],
    );
    assert.equal(next[0]!.reason, '1 gap in 1 file');
  });

  it('lists each item once, with a reason', () => {
    const { next } = scorecard({});
    assert.equal(new Set(next.map(({ item }) => item)).size, next.length);
    assert.ok(next.every(({ reason, title }) => reason !== '' && title !== ''));
  });
});
