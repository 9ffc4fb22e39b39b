import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

  it('says the same when it goes by what it kept of an earlier run', () => {
    const project = path.join(folder, 'project');
    cpSync('test/projects/prototype', project, { recursive: true });
    const cache = path.join(folder, 'cache');
    const command = path.join(folder, 'node_modules/.bin/production-gap');
    const report = (...more: string[]): unknown => {
      const { stdout, stderr } = spawnSync(command, ['check', project, '--format', 'json', ...more], { encoding: 'utf8', shell: windows });
      assert.equal(stderr, '');
      const { timings: _, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
      return rest;
    };
    const anew = report('--no-cache');
    assert.ok(!existsSync(cache));
    assert.deepEqual(report('--cache-dir', cache), anew);
    const kept = readdirSync(cache);
    assert.equal(kept.length, 1);
    const file = path.join(cache, kept[0]!);
    assert.equal(statSync(file).mode & 0o77, windows ? statSync(file).mode & 0o77 : 0);
    const before = readFileSync(file, 'utf8');
    assert.deepEqual(report('--cache-dir', cache), anew);
    assert.equal(readFileSync(file, 'utf8'), before);
    const route = path.join(project, 'apps/api/src/routes/orders.ts');
    writeFileSync(route, `// One line more.\n${readFileSync(route, 'utf8')}`);
    assert.deepEqual(report('--cache-dir', cache), report('--no-cache'));
    assert.notEqual(readFileSync(file, 'utf8'), before);
  });
});
