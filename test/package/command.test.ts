import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const windows = process.platform === 'win32';

describe('The npm package', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
    folder = mkdtempSync(path.join(os.tmpdir(), 'gap-'));
    const packed = path.join(folder, 'package.tgz');
    cpSync(`out/${name}-${version}.tgz`, packed);
    // Offline: what the command needs is inside it.
    const flags = ['--offline', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', '--prefix', folder, ...flags, packed], { shell: windows, stdio: 'pipe' });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the command and not the extension', () => {
    const installed = path.join(folder, 'node_modules/production-gap');
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(manifest.dependencies ?? {}, {});
    assert.equal(manifest.contributes, undefined);
    assert.ok(!readdirSync(path.join(installed, 'dist')).includes('extension.js'));
    for (const file of ['README.md', 'LICENSE', 'dist/typescript.js', 'dist/THIRD_PARTY_NOTICES.txt'])
      assert.ok(existsSync(path.join(installed, file)), `${file} is missing.`);
  });

  it('finds gaps as soon as it is installed', () => {
    const project = path.resolve('test/projects/prototype');
    const command = path.join(folder, 'node_modules/.bin/production-gap');
    const { status, stdout, stderr } = spawnSync(command, ['check', project, '--format', 'json'], { encoding: 'utf8', shell: windows });
    assert.equal(stderr, '');
    const report = JSON.parse(stdout) as { findings: { file: string; severity: string }[] };
    assert.ok(report.findings.some(({ file }) => file === 'apps/api/src/routes/orders.ts'));
    assert.equal(status, report.findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  });

  describe('with a cache', () => {
    let project: string;
    let cache: string;
    let kept: string;

    /** Standard output of a run, to the letter. */
    const printed = (...more: string[]): string => {
      const command = path.join(folder, 'node_modules/.bin/production-gap');
      const { stdout, stderr } = spawnSync(command, ['check', project, ...more], { encoding: 'utf8', shell: windows });
      assert.equal(stderr, '');
      return stdout;
    };
    const json = ['--format', 'json'];
    /** The report without what no two runs share. */
    const report = (...more: string[]): unknown => {
      const { timings: _, ...rest } = JSON.parse(printed(...json, ...more)) as Record<string, unknown>;
      return rest;
    };
    /** Changes the project in a way that no time of writing tells of. */
    const change = (file: string, text: string | undefined): void => {
      const place = path.join(project, file);
      mkdirSync(path.dirname(place), { recursive: true });
      if (text === undefined) rmSync(place);
      else {
        writeFileSync(place, text);
        utimesSync(place, 1_700_000_000, 1_700_000_000);
      }
    };

    before(() => {
      project = path.join(folder, 'project');
      cpSync('test/projects/prototype', project, { recursive: true });
      cache = path.join(folder, 'cache');
      kept = path.join(folder, 'kept');
    });

    it('writes to nobody else, and nothing where it is asked not to', () => {
      const anew = report('--no-cache');
      assert.ok(!existsSync(cache));
      assert.deepEqual(report('--cache-dir', cache), anew);
      const files = readdirSync(cache);
      assert.deepEqual(files.map((file) => file.startsWith('answer-')).sort(), [false, true]);
      for (const file of files) if (!windows) assert.equal(statSync(path.join(cache, file)).mode & 0o77, 0);
    });

    it('goes by the facts that it kept, and makes others where a file changed', () => {
      const facts = readdirSync(cache).find((file) => !file.startsWith('answer-'))!;
      const file = path.join(cache, facts);
      const before = readFileSync(file, 'utf8');
      for (const answer of readdirSync(cache)) if (answer !== facts) rmSync(path.join(cache, answer));
      assert.deepEqual(report('--cache-dir', cache), report('--no-cache'));
      assert.equal(readFileSync(file, 'utf8'), before);
      const route = path.join(project, 'apps/api/src/routes/orders.ts');
      writeFileSync(route, `// One line more.\n${readFileSync(route, 'utf8')}`);
      assert.deepEqual(report('--cache-dir', cache), report('--no-cache'));
      assert.notEqual(readFileSync(file, 'utf8'), before);
    });

    it('repeats its answer while nothing changes, times and all', () => {
      const args = [...json, '--cache-dir', kept];
      const first = printed(...args);
      assert.equal(printed(...args), first);
      // What can be told apart by nothing but a moment of work has been done again.
      assert.notEqual(printed(...json, '--no-cache'), first);
    });

    it('answers anew whatever changes: sources, settings, what is left out, what a person wrote', () => {
      const route = 'apps/api/src/routes/orders.ts';
      const source = readFileSync(path.join(project, route), 'utf8');
      const changes: [file: string, text: string | undefined][] = [
        [route, `// Two lines more.\n\n${source}`],
        ['apps/api/src/added.ts', "export const key = 'sk_live_' + 'x';\n"],
        ['apps/api/src/added.ts', undefined],
        ['.production-gap/config.json', '{ "rules": { "sql-injection": "off" } }'],
        ['.gitignore', 'apps/api/src/routes/\n'],
        ['.gitignore', undefined],
        ['.production-gap/config.json', undefined],
        ['.env.example', 'NOBODY_READS_THIS=\n'],
      ];
      for (const [file, text] of changes) {
        const before = printed('--cache-dir', kept, ...json);
        change(file, text);
        const after = printed('--cache-dir', kept, ...json);
        assert.notEqual(after, before, `${file} changed`);
        const { timings: _, ...rest } = JSON.parse(after) as Record<string, unknown>;
        assert.deepEqual(rest, report('--no-cache'), `${file} changed`);
      }
    });

    it('says again what a person ticked off', () => {
      const text = (): string => printed('--cache-dir', kept);
      const before = text();
      assert.equal(text(), before);
      change('.production-gap/readiness.json', 'not readable');
      const command = path.join(folder, 'node_modules/.bin/production-gap');
      const { stderr } = spawnSync(command, ['check', project, '--cache-dir', kept], { encoding: 'utf8', shell: windows });
      assert.match(stderr, /readiness\.json/);
      assert.equal(spawnSync(command, ['check', project, '--cache-dir', kept], { encoding: 'utf8', shell: windows }).stderr, stderr);
      change('.production-gap/readiness.json', undefined);
      assert.equal(text(), before);
    });
  });
});
