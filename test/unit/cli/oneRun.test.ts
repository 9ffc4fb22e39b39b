import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { lateFlags } from '../../../src/cli/oneRun';

describe('flags for a process that runs once', () => {
  it('are known to the version of V8 that they are given to', () => {
    const flags = lateFlags(process.versions.v8);
    assert.notDeepEqual(flags, []);
    const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 8_000_000 });
    for (const flag of flags) assert.match(known, new RegExp(`^\\s+${flag.slice(0, flag.indexOf('='))} `, 'm'));
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['-e', `for (const flag of ${JSON.stringify(flags)}) require('v8').setFlagsFromString(flag)`],
      { encoding: 'utf8' },
    );
    assert.equal(stdout + stderr, '');
  });

  it('are others for newer versions, which call the first one an error', () => {
    assert.deepEqual(lateFlags('11.3.244.8-node.38'), ['--interrupt-budget=1000000']);
    for (const version of ['12.4.254.21-node.57', '13.6.233.17-node.53', '14.6.202.34-node.34'])
      assert.ok(!lateFlags(version).some((flag) => flag.includes('interrupt-budget')));
  });

  it('are none where nobody tried', () => {
    assert.deepEqual(lateFlags('15.0.1'), []);
    assert.deepEqual(lateFlags('10.2.154'), []);
    assert.deepEqual(lateFlags('unheard of'), []);
  });
});
