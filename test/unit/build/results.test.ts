import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readResult, recordResults, renderSummary, type SuiteRow } from '../../../src/build/results';

const row = (suite: string, passed: number, failed = 0, skipped = 0, failures: string[] = []): SuiteRow => ({
  suite,
  passed,
  failed,
  skipped,
  failures,
  duration: 1_234,
});

describe('The summary of a test run', () => {
  it('ends with the totals over all suites, alone on the last line', () => {
    const lines = renderSummary([row('unit', 12), row('editor', 3, 2, 0, ['Activation follows', 'Undo is one step'])]).split('\n');
    assert.equal(lines.at(-1), '15 passed, 2 failed');
  });

  it('names skipped tests only when there are some', () => {
    assert.equal(
      renderSummary([row('unit', 1, 0, 2)])
        .split('\n')
        .at(-1),
      '1 passed, 0 failed, 2 skipped',
    );
  });

  it('has one line for each suite and lists what failed above them', () => {
    const text = renderSummary([row('unit', 12), row('editor', 3, 1, 0, ['Undo is one step'])]);
    assert.match(text, /^unit +12 +0 +0 +1\.2 s$/m);
    assert.match(text, /^editor +3 +1 +0 +1\.2 s$/m);
    assert.ok(text.indexOf('editor: Undo is one step') < text.indexOf('Suite'));
  });
});

describe('The result of a suite', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gap-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('counts what the runner tells and keeps the titles of failures', async () => {
    const file = path.join(folder, 'result.json');
    const runner = new EventEmitter();
    recordResults(runner, file, () => 'printed');
    const test = (title: string) => ({ fullTitle: () => title });
    runner.emit('pass', test('a'));
    runner.emit('pass', test('b'));
    runner.emit('fail', test('c d'));
    runner.emit('pending', test('e'));
    assert.equal(await readResult(file), undefined);
    runner.emit('end');
    assert.deepEqual(await readResult(file), { passed: 2, failed: 1, skipped: 1, failures: ['c d'], output: 'printed' });
  });
});
