import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectReportSchema, rulesReportSchema } from '../../../src/report/schema';
import { cleanUp, folderWith } from './samples';

const main = path.join(__dirname, '../../../src/cli/main.js');

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command as a process of its own; `pause` keeps its output unread for so many milliseconds. */
function start(args: readonly string[], given: { cwd?: string; text?: string; pause?: number; closeEarly?: boolean } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: given.cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    setTimeout(() => {
      if (given.closeEarly) child.stdout.once('data', () => child.stdout.destroy());
      else child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    }, given.pause ?? 0);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
    child.stdin.end(given.text ?? '');
  });
}

/** A project whose configuration has so many mistakes that its report is larger than any pipe holds. */
function projectWithManyFindings(): string {
  const rules = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`there-is-no-such-rule-${index}`, 'sometimes']));
  return folderWith({ '.production-gap/config.json': JSON.stringify({ rules }, undefined, 2), 'src/a.ts': 'export const a = 1;\n' });
}

describe('the production-gap process', function () {
  this.timeout(60_000);
  afterEach(cleanUp);

  it('writes all of a report larger than 64 KB to a slow pipe before it ends', async () => {
    const { code, out, err } = await start(['check', projectWithManyFindings(), '--format', 'json'], { pause: 500 });
    assert.deepEqual([code, err], [1, '']);
    assert.ok(out.length > 64 * 1024, `${out.length}`);
    assert.equal(projectReportSchema.parse(JSON.parse(out)).findings.length, 2000);
  });

  it('ends quietly when nobody reads on', async () => {
    const { err } = await start(['check', projectWithManyFindings(), '--format', 'json'], { closeEarly: true });
    assert.equal(err, '');
  });

  it('judges an empty folder without taking silence for success', async () => {
    const { code, out, err } = await start(['check', folderWith()]);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /Nothing was analysed/);
    const json = await start(['check', folderWith(), '--format', 'json']);
    assert.deepEqual(projectReportSchema.parse(JSON.parse(json.out)).files, { analysed: [], skipped: [] });
  });

  it('ends with 2 and one line for a folder that does not exist', async () => {
    const { code, out, err } = await start(['check', 'does/not/exist'], { cwd: folderWith() });
    assert.deepEqual([code, out, err], [2, '', 'production-gap: "does/not/exist" does not exist.\n']);
  });

  it('analyses real files', async () => {
    const cwd = folderWith({ 'package.json': '{ "name": "shop" }', 'src/a.ts': 'export const a = 1;\n' });
    const { code, out } = await start(['check', '--format', 'json'], { cwd });
    assert.equal(code, 0);
    assert.deepEqual(projectReportSchema.parse(JSON.parse(out)).files.analysed, ['src/a.ts']);
  });

  it('judges standard input as a file, saved or not', async () => {
    const cwd = folderWith({ 'package.json': '{ "name": "shop" }', 'src/a.ts': 'export const a = 1;\n' });
    const unused = '// production-gap-ignore-next-line unused-suppression -- why\nexport const b = 2;\n';
    for (const file of ['src/a.ts', 'src/new.ts']) {
      const { code, out, err } = await start(['check', '--stdin', '--stdin-filename', file, '--format', 'json', '--fail-on', 'info'], {
        cwd,
        text: unused,
      });
      assert.deepEqual([code, err], [1, '']);
      const report = projectReportSchema.parse(JSON.parse(out));
      assert.deepEqual(
        [report.files.analysed, report.findings.map(({ rule, line }) => [rule, line])],
        [[file], [['unused-suppression', 1]]],
      );
    }
    const readme = await start(['check', '--stdin', '--stdin-filename', 'README.md', '--format', 'json'], { cwd, text: '# Shop\n' });
    assert.deepEqual(
      projectReportSchema.parse(JSON.parse(readme.out)).files.skipped.map(({ file }) => file),
      ['README.md'],
    );
  });

  it('knows its version and its rules', async () => {
    assert.match((await start(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
    const rules = rulesReportSchema.parse(JSON.parse((await start(['rules', '--format', 'json'])).out));
    assert.ok(rules.some(({ id }) => id === 'unused-suppression'));
    assert.deepEqual(
      rules.map(({ id }) => id),
      [...rules.map(({ id }) => id)].sort(),
    );
  });
});
