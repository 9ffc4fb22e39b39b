import assert from 'node:assert/strict';
import { catalog } from '../../../src/readiness/catalog';
import { allJudged, allTicked, gap, itemIn, scorecard, stateOf, today } from './samples';

const ticked = (item: string, more: object = {}): { attestations: { item: string; by: string; on: string }[] } => ({
  attestations: [{ item, by: 'Ann', on: '2026-06-01', ...more }],
});
const risk = (item: string, expires = '2026-12-31'): object => ({ item, owner: 'Ben', reason: 'Beta only', on: '2026-06-01', expires });

describe('an item that the machine decides', () => {
  it('passes when all its rules ran on something and found nothing', () => {
    const { status, score, detail } = stateOf('EH-3', { judged: { 'error-detail-leak': 12 } });
    assert.deepEqual([status, score, detail], ['pass', 1, 'No gap in 12 places']);
  });

  it('passes on evidence, and shows it', () => {
    const location = { file: 'src/b.ts', line: 7, column: 1, endLine: 7, endColumn: 9 };
    const state = stateOf('EH-3', {
      ran: ['error-detail-leak'],
      outcomes: [{ rule: 'error-detail-leak', outcome: 'pass', note: 'Answers with a fixed text', location }],
    });
    assert.equal(state.status, 'pass');
    assert.deepEqual(state.evidence, [{ note: 'Answers with a fixed text', file: 'src/b.ts', line: 7 }]);
  });

  it('is unknown when a rule behind it does not exist or was switched off, and earns nothing', () => {
    const some = { judged: { 'unhandled-async-handler': 9, 'floating-promise': 9 } };
    const { status, score, detail } = stateOf('EH-1', some);
    assert.deepEqual([status, score, detail], ['unknown', 0, 'Not checked: emitter-without-error-listener']);
    assert.match(
      stateOf('EH-1', { ...some, off: ['emitter-without-error-listener'] }).detail,
      /emitter-without-error-listener \(switched off\)/,
    );
    assert.equal(stateOf('EH-1', { judged: { ...some.judged, 'emitter-without-error-listener': 0 } }).status, 'pass');
  });

  it('is unknown when a rule ran but nothing tells on what, and when nothing ran at all', () => {
    assert.equal(stateOf('EH-3', { ran: ['error-detail-leak'] }).status, 'unknown');
    assert.equal(stateOf('EH-3', {}).status, 'unknown');
  });

  it('is unknown while one subject could not be decided or a rule failed, and says why', () => {
    const judged = { 'error-detail-leak': 5 };
    const undecided = stateOf('EH-3', {
      judged,
      outcomes: [{ rule: 'error-detail-leak', outcome: 'unknown', note: 'Router is not mounted in any file that was read' }],
    });
    assert.deepEqual(
      [undecided.status, undecided.score, undecided.detail],
      ['unknown', 0, 'Router is not mounted in any file that was read'],
    );
    assert.deepEqual(undecided.evidence, [{ note: 'Router is not mounted in any file that was read' }]);
    assert.equal(stateOf('EH-3', { judged, outcomes: [{ rule: 'error-detail-leak', outcome: 'error' }] }).status, 'unknown');
  });

  it('is unknown until everything has been analysed', () => {
    assert.equal(stateOf('EH-3', { judged: { 'error-detail-leak': 5 }, isComplete: false }).status, 'unknown');
    assert.equal(
      stateOf('EH-3', { judged: { 'error-detail-leak': 5 }, findings: [gap('error-detail-leak')], isComplete: false }).status,
      'gap',
    );
  });

  it('does not apply where its rules had nothing to judge', () => {
    const none = stateOf('INTG-2', { judged: { 'unverified-webhook': 0, 'webhook-raw-body': 0, 'non-idempotent-webhook': 0 } });
    assert.deepEqual([none.status, none.score], ['notApplicable', undefined]);
    const said = stateOf('EH-3', {
      judged: { 'error-detail-leak': 1 },
      outcomes: [{ rule: 'error-detail-leak', outcome: 'notApplicable' }],
    });
    assert.equal(said.status, 'notApplicable');
    const oneWebhook = stateOf('INTG-2', { judged: { 'unverified-webhook': 1, 'webhook-raw-body': 0, 'non-idempotent-webhook': 0 } });
    assert.equal(oneWebhook.status, 'pass');
  });

  it('is opened by a further rule, but does not wait for one', () => {
    const judged = { 'unchecked-result-error': 3, 'fetch-response-not-checked': 3 };
    assert.equal(stateOf('EH-2', { judged }).status, 'pass');
    assert.equal(stateOf('EH-2', { judged, findings: [gap('unguarded-json-parse', { severity: 'info' })] }).status, 'gap');
  });

  it('is not closed by a tick', () => {
    assert.equal(stateOf('EH-3', { readiness: ticked('EH-3') }).status, 'unknown');
    assert.equal(stateOf('EH-3', { findings: [gap('error-detail-leak')], readiness: ticked('EH-3') }).status, 'gap');
  });
});

describe('gaps', () => {
  it('cost by severity and confidence, shared out over the places that were judged', () => {
    const scoreOf = (more: object, sites = 1): number =>
      stateOf('EH-3', { judged: { 'error-detail-leak': sites }, findings: [gap('error-detail-leak', more)] }).score!;
    assert.equal(scoreOf({ severity: 'error' }), 0);
    assert.ok(Math.abs(scoreOf({ severity: 'warning' }) - 0.65) < 1e-9);
    assert.ok(Math.abs(scoreOf({ severity: 'info', confidence: 'medium' }) - 0.92) < 1e-9);
    assert.ok(Math.abs(scoreOf({ severity: 'error', confidence: 'low' }) - 0.7) < 1e-9);
    assert.ok(Math.abs(scoreOf({ severity: 'error' }, 100) - 0.9) < 1e-9);
    assert.equal(scoreOf({ severity: 'warning', occurrences: 40 }, 16), 0);
  });

  it('of certain error severity cap the items where one is too many', () => {
    const judged = { 'missing-auth-guard': 10000 };
    const scoreWith = (more: object): number =>
      stateOf('SEC-1', { judged, findings: [gap('missing-auth-guard', { severity: 'error', ...more })] }).score!;
    assert.equal(scoreWith({}), 0.25);
    assert.ok(scoreWith({ confidence: 'medium' }) > 0.9);
    assert.ok(
      stateOf('EH-3', { judged: { 'error-detail-leak': 10000 }, findings: [gap('error-detail-leak', { severity: 'error' })] }).score! > 0.9,
    );
  });

  it('are listed worst first with a plain summary', () => {
    const state = stateOf('EH-3', {
      judged: { 'error-detail-leak': 9 },
      findings: [
        gap('error-detail-leak', { severity: 'info', fingerprint: 'info' }),
        gap('error-detail-leak', {
          severity: 'error',
          fingerprint: 'error',
          location: { file: 'src/z.ts', line: 1, column: 1, endLine: 1, endColumn: 2 },
        }),
        gap('error-detail-leak', { fingerprint: 'known', status: 'baselined' }),
      ],
    });
    assert.deepEqual(state.findings, ['error', 'known', 'info']);
    assert.equal(state.detail, '3 gaps in 2 files, 1 blocking, 1 in the baseline');
  });

  it('stay gaps on the checklist when the baseline knows them', () => {
    assert.equal(
      stateOf('EH-3', { judged: { 'error-detail-leak': 9 }, findings: [gap('error-detail-leak', { status: 'baselined' })] }).status,
      'gap',
    );
  });

  it('that were accepted one by one never turn into a pass', () => {
    for (const status of ['waived', 'suppressed'] as const) {
      const state = stateOf('EH-3', {
        judged: { 'error-detail-leak': 100 },
        findings: [gap('error-detail-leak', { status, severity: 'error' })],
      });
      assert.equal(state.status, 'waived');
      assert.ok(Math.abs(state.score! - 0.95) < 1e-9);
    }
    const all = stateOf('EH-3', {
      judged: { 'error-detail-leak': 1 },
      findings: [gap('error-detail-leak', { status: 'waived', severity: 'error' })],
    });
    assert.equal(all.score, 0.5);
  });

  it('list at most 200 fingerprints', () => {
    const findings = Array.from({ length: 300 }, () => gap('error-detail-leak'));
    assert.equal(stateOf('EH-3', { judged: { 'error-detail-leak': 300 }, findings }).findings.length, 200);
  });
});

describe('an item that a person answers', () => {
  it('waits for the tick, and passes with it', () => {
    assert.deepEqual([stateOf('OPS-4', {}).status, stateOf('OPS-4', {}).score], ['manual', 0]);
    const state = stateOf('OPS-4', { readiness: ticked('OPS-4', { note: 'Tried', evidence: 'https://example.com/run' }) });
    assert.deepEqual([state.status, state.score, state.detail], ['pass', 1, 'Ticked by Ann on 2026-06-01: Tried']);
    assert.deepEqual(state.evidence, [{ note: 'https://example.com/run' }]);
  });

  it('reopens after 180 days, or after the date given', () => {
    const at = (date: string, more: object = {}): [string, boolean | undefined] => {
      const { status, expired } = stateOf('OPS-4', { readiness: ticked('OPS-4', { on: '2026-01-01', ...more }), today: date });
      return [status, expired];
    };
    assert.deepEqual(at('2026-06-30'), ['pass', undefined]);
    assert.deepEqual(at('2026-07-01'), ['manual', true]);
    assert.deepEqual(at('2026-03-02', { expires: '2026-03-01' }), ['manual', true]);
    assert.deepEqual(at('2026-12-01', { expires: '2027-01-01' }), ['pass', undefined]);
    assert.match(stateOf('OPS-4', { readiness: ticked('OPS-4', { on: '2025-01-01' }) }).detail, /expired on 2025-06-30/);
  });

  it('counts the latest tick when two branches both ticked', () => {
    const attestations = [
      { item: 'OPS-4', by: 'Eve', on: '2026-06-02' },
      { item: 'OPS-4', by: 'Ann', on: '2026-01-01' },
    ];
    assert.equal(stateOf('OPS-4', { readiness: { attestations } }).attestation!.by, 'Eve');
  });

  it('needs both when the machine has a say: no gap and a tick', () => {
    const judged = { 'missing-error-tracking': 1 };
    assert.equal(stateOf('OBS-3', { judged }).status, 'manual');
    assert.equal(stateOf('OBS-3', {}).status, 'unknown');
    assert.equal(stateOf('OBS-3', { judged, readiness: ticked('OBS-3') }).status, 'pass');
    assert.equal(stateOf('OBS-3', { readiness: ticked('OBS-3') }).status, 'pass');
  });

  it('keeps a gap that the machine found, whatever was ticked', () => {
    const given = {
      judged: { 'hardcoded-secret': 3 },
      findings: [gap('hardcoded-secret', { severity: 'error' })],
      readiness: ticked('SEC-4'),
    };
    const card = scorecard(given);
    const state = itemIn(card, 'SEC-4');
    assert.deepEqual([state.status, state.score], ['gap', 0.25]);
    assert.match(state.detail, /ticked by Ann, which does not outweigh/);
    assert.equal(card.dimensions[1]!.blockers, 1);
    assert.equal(stateOf('DATA-4', { findings: [gap('check-then-insert')], readiness: ticked('DATA-4') }).status, 'gap');
  });

  it('lets a tick stand beside hygiene and guesses', () => {
    const hint = gap('missing-alerting-evidence', { severity: 'info' });
    assert.equal(stateOf('OBS-6', { findings: [hint] }).status, 'gap');
    assert.equal(stateOf('OBS-6', { findings: [hint], readiness: ticked('OBS-6') }).status, 'pass');
    assert.equal(
      stateOf('DATA-4', { findings: [gap('check-then-insert', { confidence: 'low' })], readiness: ticked('DATA-4') }).status,
      'pass',
    );
  });
});

describe('other statements', () => {
  const notApplicable = [{ item: 'EH-3', reason: 'No clients', by: 'Ann', on: '2026-06-01' }];

  it('take an item out with a reason, but not one with a gap', () => {
    assert.deepEqual(
      [stateOf('EH-3', { readiness: { notApplicable } }).status, stateOf('EH-3', { readiness: { notApplicable } }).score],
      ['notApplicable', undefined],
    );
    const state = stateOf('EH-3', { readiness: { notApplicable }, findings: [gap('error-detail-leak')] });
    assert.equal(state.status, 'gap');
    assert.match(state.detail, /marked as not applicable, yet found/);
  });

  it('give half credit for an accepted risk until it expires, and blockers stay counted', () => {
    const given = { judged: { 'missing-auth-guard': 4 }, findings: [gap('missing-auth-guard', { severity: 'error' })] };
    const card = scorecard({ ...given, readiness: { acceptedRisks: [risk('SEC-1')] as never } });
    assert.deepEqual([itemIn(card, 'SEC-1').status, itemIn(card, 'SEC-1').score], ['waived', 0.5]);
    assert.equal(card.dimensions[1]!.blockers, 1);
    const lapsed = stateOf('SEC-1', { ...given, readiness: { acceptedRisks: [risk('SEC-1', '2026-06-14')] as never } });
    assert.equal(lapsed.status, 'gap');
    assert.match(lapsed.detail, /Ben reopened after 2026-06-14/);
    assert.equal(stateOf('SEC-1', { ...given, readiness: { acceptedRisks: [risk('SEC-1', today)] as never } }).status, 'waived');
  });
});

describe('a dimension', () => {
  it('counts what is met, open, blocking and unknown, each finding once', () => {
    const shared = gap('fetch-response-not-checked', { severity: 'error' });
    const card = scorecard({ judged: { 'error-detail-leak': 2, 'fetch-response-not-checked': 2 }, findings: [shared] });
    const [errors] = card.dimensions;
    assert.deepEqual([errors!.met, errors!.gaps, errors!.blockers, errors!.unknown], [1, 1, 1, 4]);
    assert.equal(card.dimensions[5]!.gaps, 1);
    assert.equal(card.dimensions[1]!.gaps, 0);
  });

  it('is the weighted share of what applies', () => {
    const card = scorecard({ judged: { 'error-detail-leak': 2 } });
    assert.ok(Math.abs(card.dimensions[0]!.score - 3 / 20) < 1e-9);
    const fewer = scorecard({
      judged: { 'error-detail-leak': 2 },
      readiness: { notApplicable: [{ item: 'EH-1', reason: 'r', by: 'b', on: '2026-06-01' }] },
    });
    assert.ok(Math.abs(fewer.dimensions[0]!.score - 3 / 16) < 1e-9);
  });

  it('is 0, not a success, when nothing is known', () => {
    const card = scorecard({});
    assert.deepEqual(
      card.dimensions.map(({ score }) => score),
      [0, 0, 0, 0, 0, 0, 0, 0],
    );
    assert.deepEqual([card.stage, card.unverified], ['Demo', 1]);
  });
});

describe('the share that nobody has verified', () => {
  it('falls with what the machine decides and what people tick', () => {
    const machine = scorecard({ judged: allJudged() });
    const both = scorecard({ judged: allJudged(), readiness: { attestations: allTicked() } });
    const manual = catalog.filter(({ type }) => type !== 'auto').reduce((sum, { weight }) => sum + weight, 0);
    assert.ok(Math.abs(machine.unverified - manual / 160) < 1e-9);
    assert.equal(both.unverified, 0);
  });
});
