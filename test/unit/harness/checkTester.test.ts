import { strict as assert } from 'node:assert';
import { defineCheck, type Check } from '../../../src/model/meta';
import { compareOutcome } from '../../harness/checkTester';
import { analyse } from '../../harness/project';

function checkThat(run: Check['run']): Check {
  return defineCheck({
    id: 'sample-check',
    dimension: 'operational-readiness',
    title: 'Sample',
    severity: 'warning',
    confidence: 'high',
    fixKinds: [],
    since: '0.1.0',
    maturity: 'stable',
    messages: { gap: 'There is no {{what}}.' },
    passTitle: 'Sample is there',
    run,
  });
}

async function differences(run: Check['run'], expected: Parameters<typeof compareOutcome>[1]): Promise<string[]> {
  const { result } = await analyse({ 'package.json': '{}', 'a.txt': 'a' }, { rules: [], checks: [checkThat(run)] });
  return compareOutcome('sample-check', expected, result);
}

describe('the outcome of a check', () => {
  const place = { file: 'a.txt', line: 1, column: 1, endLine: 1, endColumn: 2 };

  it('is compared with the one that a case expects', async () => {
    assert.deepEqual(
      await differences((_, context) => context.pass('Found it.', [place]), { outcome: 'pass', message: 'Found', file: 'a.txt' }),
      [],
    );
    assert.match(
      (await differences((_, context) => context.unknown('No idea.'), { outcome: 'pass' }))[0]!,
      /expected to end in pass and ends in unknown: "No idea."/,
    );
  });

  it('is compared with its words and its place', async () => {
    const gap: Check['run'] = (_, context) => context.gap('gap', { what: 'pipeline' }, place);
    assert.deepEqual(await differences(gap, { outcome: 'gap', message: 'no pipeline', file: 'a.txt' }), []);
    assert.equal((await differences(gap, { outcome: 'gap', message: 'no rollback' })).length, 1);
    assert.equal((await differences(gap, { outcome: 'gap', file: 'package.json' })).length, 1);
  });

  it('must be one', async () => {
    assert.match((await differences(() => undefined, { outcome: 'pass' }))[0]!, /no outcome/);
    const both: Check['run'] = (_, context) => {
      context.pass('Yes.');
      context.unknown('Or no.');
    };
    assert.match((await differences(both, { outcome: 'pass' }))[0]!, /several outcomes: pass, unknown/);
  });

  it('must not be a failure', async () => {
    const throwing: Check['run'] = () => {
      throw new Error('broken');
    };
    await assert.rejects(differences(throwing, { outcome: 'pass' }), /failed/);
  });
});
