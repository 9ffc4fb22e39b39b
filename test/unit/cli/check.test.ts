import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { slashed } from '../../../src/cli/project';
import { checkReportSchema, projectReportSchema } from '../../../src/report/schema';
import { gap } from '../report/samples';
import { cleanUp, folderWith, runWith, type Ended } from './samples';

/** One clear line on standard error and nothing on standard output. */
function assertFailure({ code, out, err }: Ended, message: RegExp): void {
  assert.equal(code, 2);
  assert.equal(out, '');
  assert.match(err, message);
  assert.match(err, /^production-gap: [^\n]+\n$/);
}

describe('production-gap check', () => {
  afterEach(cleanUp);

  const warnings = { findings: () => [gap()] };
  const errors = { findings: () => [gap({ severity: 'error' })] };

  it('exits with 1 for findings from --fail-on on, else with 0', async () => {
    const cwd = folderWith();
    const codeOf = async (fake: object, ...args: string[]): Promise<number> => (await runWith(['check', ...args], { cwd, fake })).code;
    assert.equal(await codeOf({}), 0);
    assert.equal(await codeOf(warnings), 0);
    assert.equal(await codeOf(errors), 1);
    assert.equal(await codeOf(warnings, '--fail-on', 'warning'), 1);
    assert.equal(await codeOf(warnings, '--fail-on=info'), 1);
    assert.equal(await codeOf(errors, '--fail-on', 'never'), 0);
  });

  it('counts open gaps only', async () => {
    const findings = (): ReturnType<typeof gap>[] => [
      gap({ severity: 'error', status: 'suppressed' }),
      gap({ severity: 'error', status: 'waived' }),
      gap({ severity: 'error', status: 'baselined' }),
      gap({ severity: 'error', outcome: 'unknown' }),
    ];
    assert.equal((await runWith(['check'], { cwd: folderWith(), fake: { findings } })).code, 0);
  });

  it('prints one JSON object for one folder and an array for several', async () => {
    const one = folderWith();
    const two = folderWith();
    const single = projectReportSchema.parse(JSON.parse((await runWith(['check', '--format', 'json'], { cwd: one, fake: warnings })).out));
    assert.deepEqual([single.root, single.tool.version, single.findings.length], [slashed(one), '1.2.3', 1]);
    const { out, fake } = await runWith(['check', one, path.relative('/', two), '--format', 'json'], { cwd: '/', fake: warnings });
    const several = checkReportSchema.parse(JSON.parse(out));
    assert.deepEqual(
      (several as { root: string }[]).map(({ root }) => root),
      [slashed(one), slashed(two)],
    );
    assert.deepEqual(
      fake.opened.map(({ scans, disposed }) => [scans, disposed]),
      [
        [1, true],
        [1, true],
      ],
    );
  });

  it('fails when any of several projects does', async () => {
    const good = folderWith();
    const bad = folderWith({ bad: '' });
    const fake = { findings: (workspace: { root: string }) => (workspace.root === bad ? [gap({ severity: 'error' })] : []) };
    assert.equal((await runWith(['check', bad, good], { fake })).code, 1);
    assert.equal((await runWith(['check', good, good], { fake })).code, 0);
  });

  it('prints every format', async () => {
    const cwd = folderWith();
    const outOf = async (format: string): Promise<string> => (await runWith(['check', '--format', format], { cwd, fake: warnings })).out;
    assert.match(await outOf('text'), /^src\/a\.ts\n {2}3:5 {2}warning/);
    assert.match(await outOf('markdown'), /^# Production Gap\n/);
    assert.match(await outOf('github'), /^::warning file=src\/a\.ts,/);
    assert.equal((JSON.parse(await outOf('sarif')) as { version: string }).version, '2.1.0');
  });

  it('names files as seen from the present folder where that helps', async () => {
    const cwd = folderWith({ 'apps/web/package.json': '{}' });
    const { out } = await runWith(['check', 'apps/web', '--format', 'github'], { cwd, fake: warnings });
    assert.match(out, /file=apps\/web\/src\/a\.ts/);
    assert.equal(
      projectReportSchema.parse(JSON.parse((await runWith(['check', 'apps/web', '--format', 'json'], { cwd, fake: warnings })).out))
        .findings[0]!.file,
      'src/a.ts',
    );
  });

  it('has colours on a screen only, and not with --no-color', async () => {
    const cwd = folderWith();
    const isColored = async (isColorful: boolean, ...args: string[]): Promise<boolean> =>
      (await runWith(['check', ...args], { cwd, fake: warnings, isColorful })).out.includes('\u001b');
    assert.deepEqual([await isColored(true), await isColored(false), await isColored(true, '--no-color')], [true, false, false]);
  });

  it('refuses folders that cannot be judged, before it judges any', async () => {
    const cwd = folderWith({ 'a.ts': '' });
    const missing = await runWith(['check', '.', 'missing'], { cwd });
    assertFailure(missing, /"missing" does not exist/);
    assert.deepEqual(missing.fake.opened, []);
    assertFailure(await runWith(['check', 'a.ts'], { cwd }), /is a file, not a folder.*--stdin/);
  });

  it('refuses wrong usage with one line that helps', async () => {
    const cwd = folderWith();
    const refused: [string[], RegExp][] = [
      [[], /no command given/],
      [['chekc'], /no command "chekc"\. Did you mean "check"\?/],
      [['src'], /Did you mean "production-gap check src"\?/],
      [['check', '--formt', 'json'], /no option --formt\. Did you mean "--format"\?/],
      [['check', '--format', 'xml'], /--format must be one of text, json, sarif, markdown, github, but is "xml"/],
      [['check', '--format'], /--format/],
      [['check', '--fail-on', 'errors'], /must be one of error, warning, info, never.*Did you mean "error"\?/],
      [['rules', '--fail-on', 'error'], /"rules" has no option --fail-on/],
      [['check', '--stdin'], /--stdin needs --stdin-filename/],
      [['check', '--stdin-filename', 'a.ts'], /--stdin-filename needs --stdin/],
      [['check', '--stdin', '--stdin-filename', 'a.ts', '--update-baseline'], /leave --stdin out/],
      [['check', '--config', 'none.json'], /"none\.json" does not exist/],
      [['check', '--config', '.'], /"\." is a folder, not a file/],
      [['routes', 'a', 'b'], /takes one folder/],
      [['rules', 'x'], /explain x/],
      [['explain'], /takes the id of one rule/],
      [['explain', 'swalowed-error'], /no rule "swalowed-error"\. Did you mean "swallowed-error"\?/],
    ];
    for (const [args, message] of refused) assertFailure(await runWith(args, { cwd }), message);
  });

  it('ends in one line when the engine itself fails', async () => {
    const cwd = folderWith();
    const openSession = (): never => {
      throw new Error('broken\nbadly');
    };
    assertFailure(await runWith(['check'], { cwd, openSession }), /unexpected failure: broken badly/);
  });

  it("judges by the configuration that is given instead of the project's own", async () => {
    const cwd = folderWith({
      '.production-gap/config.json': '{ "profile": "critical" }',
      'other.json': '{ "profile": "prototype", "rules": { "swallowed-eror": "off" } }',
    });
    const own = await runWith(['check', '--format', 'json'], { cwd });
    assert.equal(own.fake.opened[0]!.request.config, undefined);
    const { fake, out } = await runWith(['check', '--config', 'other.json', '--format', 'json'], { cwd });
    assert.equal(fake.opened[0]!.request.config?.profile, 'prototype');
    assert.deepEqual(
      projectReportSchema.parse(JSON.parse(out)).findings.map(({ rule, file }) => [rule, file]),
      [['invalid-configuration', 'other.json']],
    );
  });

  it('fails on a configuration that cannot be understood, but still judges', async () => {
    const cwd = folderWith({ 'broken.json': '{ "rules": ' });
    const { code, out } = await runWith(['check', '--config', 'broken.json'], { cwd, fake: warnings });
    assert.equal(code, 1);
    assert.match(out, /broken\.json\n.*invalid-configuration/);
    assert.match(out, /swallowed-error/);
  });

  it('shows the stage, and leaves it out with a warning when readiness.json is broken', async () => {
    const good = await runWith(['check'], { cwd: folderWith() });
    assert.match(good.out, /Stage: Demo/);
    const broken = '{ "version": 1,\n<<<<<<< ours\n';
    const cwd = folderWith({ '.production-gap/readiness.json': broken });
    const bad = await runWith(['check'], { cwd });
    assert.deepEqual([bad.code, bad.out.includes('Stage')], [0, false]);
    assert.match(bad.err, /readiness\.json:2: A merge conflict is left in the file/);
    assert.equal(readFileSync(path.join(cwd, '.production-gap/readiness.json'), 'utf8'), broken);
  });

  it('passes on which rule failed where', async () => {
    const cwd = folderWith();
    const { fake } = await runWith(['check'], { cwd });
    let err = '';
    await runWith(['check'], {
      cwd,
      err: (text) => void (err += text),
      openSession: (_, request) => {
        request.onFailure('rule-x', 'src/a.ts', new Error('oops\nstack'));
        throw new Error('stop');
      },
    });
    assert.match(err, /^production-gap: rule-x failed in src\/a\.ts and is left out there: oops\n/);
    assert.equal(fake.opened[0]!.request.today, '2026-06-15');
  });
});

describe('production-gap check --update-baseline', () => {
  afterEach(cleanUp);

  const file = '.production-gap/baseline.json';
  const found = gap({ severity: 'error' });

  it('records open findings and prints each, then has nothing to do', async () => {
    const cwd = folderWith();
    const first = await runWith(['check', '--update-baseline'], { cwd, fake: { findings: () => [found] } });
    assert.deepEqual([first.code, first.out], [0, `+ src/a.ts  swallowed-error\n${file}: 1 added, 0 removed, 1 in all.\n`]);
    assert.ok(readFileSync(path.join(cwd, file), 'utf8').includes(found.fingerprint));
    const second = await runWith(['check', '--update-baseline'], { cwd, fake: { findings: () => [found] } });
    assert.equal(second.out, `${file} is up to date.\n`);
    const third = await runWith(['check', '--update-baseline'], { cwd });
    assert.equal(third.out, `- src/a.ts  swallowed-error\n${file}: 0 added, 1 removed, 0 in all.\n`);
  });

  it('writes no file when there is nothing to record', async () => {
    const cwd = folderWith();
    await runWith(['check', '--update-baseline'], { cwd });
    assert.ok(!existsSync(path.join(cwd, '.production-gap')));
  });

  it('leaves a baseline alone that it cannot read', async () => {
    const cwd = folderWith({ [file]: '{ "version": 1, "findings": [' });
    const ended = await runWith(['check', '--update-baseline'], { cwd, fake: { findings: () => [found] } });
    assertFailure(ended, /baseline\.json:1: .*left as it is/);
    assert.equal(readFileSync(path.join(cwd, file), 'utf8'), '{ "version": 1, "findings": [');
  });
});

describe('production-gap check --stdin', () => {
  afterEach(cleanUp);

  const findings = (): ReturnType<typeof gap>[] => [gap({ file: 'src/a.ts' }), gap({ file: 'src/b.ts', severity: 'error' })];

  it('judges the text as that file within its project, and reports that file alone', async () => {
    const cwd = folderWith({ 'package.json': '{}', 'src/a.ts': 'old' });
    const { code, out, fake } = await runWith(['check', '--stdin', '--stdin-filename', 'src/a.ts', '--format', 'json'], {
      cwd,
      text: 'new text',
      fake: { findings, analysed: [] },
    });
    assert.equal(code, 0);
    const report = projectReportSchema.parse(JSON.parse(out));
    assert.deepEqual(
      [report.root, report.findings.map((finding) => finding.file), report.files.analysed],
      [slashed(cwd), ['src/a.ts'], ['src/a.ts']],
    );
    assert.deepEqual([fake.opened[0]!.texts, fake.opened[0]!.scans], [{ 'src/a.ts': 'new text' }, 1]);
  });

  it('needs no command, and fails like any check', async () => {
    const cwd = folderWith();
    assert.equal((await runWith(['--stdin', '--stdin-filename', 'src/b.ts'], { cwd, fake: { findings } })).code, 1);
  });

  it("takes the file's own project when it lies elsewhere, and the folder when one is given", async () => {
    const elsewhere = folderWith({ '.production-gap/config.json': '{}', 'apps/web/package.json': '{}', 'apps/web/src/a.ts': '' });
    const file = path.join(elsewhere, 'apps/web/src/a.ts');
    const rootFor = async (...args: string[]): Promise<[string, string[]]> => {
      const { fake } = await runWith(['check', ...args, '--stdin', '--stdin-filename', file], { cwd: folderWith(), fake: {} });
      return [fake.opened[0]!.root, Object.keys(fake.opened[0]!.texts)];
    };
    assert.deepEqual(await rootFor(), [elsewhere, ['apps/web/src/a.ts']]);
    assert.deepEqual(await rootFor(path.join(elsewhere, 'apps/web')), [path.join(elsewhere, 'apps/web'), ['src/a.ts']]);
    const outside = await runWith(['check', folderWith(), '--stdin', '--stdin-filename', file], {});
    assertFailure(outside, /is not a file inside/);
    assertFailure(await runWith(['check', elsewhere, elsewhere, '--stdin', '--stdin-filename', file], {}), /at most one folder/);
  });

  it('takes off a byte order mark', async () => {
    const { fake } = await runWith(['check', '--stdin', '--stdin-filename', 'a.ts'], { cwd: folderWith(), text: '\uFEFFx', fake: {} });
    assert.deepEqual(fake.opened[0]!.texts, { 'a.ts': 'x' });
  });
});
