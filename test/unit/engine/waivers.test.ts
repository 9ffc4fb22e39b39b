import assert from 'node:assert/strict';
import { fingerprintHead } from '../../../src/engine/fingerprint';
import { applyWaivers } from '../../../src/engine/waivers';
import type { Waiver } from '../../../src/model/readiness';
import { gapAt } from './samples';

const gap = gapAt('src/api/a.ts', 'run();', 'run()', 'rule-a');
const waiver: Waiver = { rule: 'rule-a', reason: 'accepted-risk', note: 'Internal tool', owner: 'Ann', expires: '2027-01-01' };

function statusWith(more: Partial<Waiver>): string {
  return applyWaivers([gap], [{ ...waiver, ...more }])[0]!.status;
}

describe('waivers', () => {
  it('mark a finding with reason, owner and date', () => {
    const [waived] = applyWaivers([gap], [waiver]);
    assert.equal(waived!.status, 'waived');
    assert.equal(waived!.statusReason, 'accepted-risk: Internal tool (Ann, until 2027-01-01)');
  });

  it('hold for their rule, files and fingerprint only', () => {
    assert.equal(statusWith({ rule: 'rule-b' }), 'open');
    assert.equal(statusWith({ files: 'src/api/**' }), 'waived');
    assert.equal(statusWith({ files: 'src/web/**' }), 'open');
    assert.equal(statusWith({ fingerprint: gap.fingerprint }), 'waived');
    assert.equal(statusWith({ fingerprint: fingerprintHead(gap.fingerprint) }), 'waived');
    assert.equal(statusWith({ fingerprint: '0123456789abcdef-01234567' }), 'open');
  });

  it('touch neither what is suppressed already nor what the engine says about its own files', () => {
    const suppressed = { ...gap, status: 'suppressed' as const };
    const own = { ...gap, rule: 'invalid-configuration' };
    assert.deepEqual(applyWaivers([suppressed, own], [waiver, { ...waiver, rule: 'invalid-configuration' }]), [suppressed, own]);
  });
});
