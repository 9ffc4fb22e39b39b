import { strict as assert } from 'node:assert';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { majorOf, minimumOf, Packages } from '../../../src/project/packages';

function packagesOf(files: Record<string, string | object>): Packages {
  const texts = Object.fromEntries(
    Object.entries(files).map(([file, value]) => [file, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  return new Packages(
    memoryWorkspace(texts),
    Object.keys(texts).filter((file) => !file.includes('node_modules/')),
  );
}

describe('versions', () => {
  const ranges: [string, string][] = [
    ['^4.17.0', '4.17.0'],
    ['~4.1', '4.1.0'],
    ['4.x', '4.0.0'],
    ['5', '5.0.0'],
    ['>=4 <6', '4.0.0'],
    ['<6 >=4', '4.0.0'],
    ['>= 4.2.1', '4.2.1'],
    ['5 || 4', '4.0.0'],
    ['4.17.0 - 5.0.0', '4.17.0'],
    ['v3.2.1', '3.2.1'],
    ['16.0.0-beta.1', '16.0.0-beta.1'],
    ['npm:other@^1.2', '1.2.0'],
    ['npm:@scope/other@2', '2.0.0'],
    ['<5', 'unknown'],
    ['*', 'unknown'],
    ['', 'unknown'],
    ['latest', 'unknown'],
    ['workspace:^1.0.0', 'unknown'],
    ['catalog:', 'unknown'],
    ['file:../a-1.0.0', 'unknown'],
    ['github:user/repo#v1.0.0', 'unknown'],
    ['user/repo#1.0.0', 'unknown'],
    ['https://example.com/a-1.0.0.tgz', 'unknown'],
    ['git+ssh://git@example.com/a.git#1.0.0', 'unknown'],
  ];
  for (const [range, version] of ranges) it(`the lowest of "${range}" is ${version}`, () => assert.equal(minimumOf(range), version));

  it('have a major', () => {
    assert.deepEqual(['4.17.0', '16.0.0-beta.1', '5', 'unknown', '', '1x.0.0'].map(majorOf), [4, 16, 5, undefined, undefined, undefined]);
  });
});

describe('packages', () => {
  it('are those of the nearest manifest', () => {
    const packages = packagesOf({
      'package.json': { name: 'root' },
      'apps/api/package.json': { name: 'api', scripts: { start: 'node .', bad: 1 } },
    });
    assert.equal(packages.of('apps/api/src/a.ts')?.name, 'api');
    assert.equal(packages.of('apps/web/a.ts')?.name, 'root');
    assert.equal(packages.of('a.ts')?.name, 'root');
    assert.deepEqual(packages.of('apps/api/a.ts')?.scripts, { start: 'node .' });
    assert.deepEqual(
      packages.all().map(({ dir }) => dir),
      ['', 'apps/api'],
    );
    assert.equal(packagesOf({ 'apps/api/package.json': {} }).of('a.ts'), undefined);
  });

  it('a manifest that only sets the module format is none', () => {
    const packages = packagesOf({ 'package.json': { name: 'root' }, 'src/esm/package.json': { type: 'module' } });
    assert.equal(packages.of('src/esm/a.ts')?.dir, '');
  });

  it('one without dependencies has those of the package around it', () => {
    const packages = packagesOf({
      'package.json': { dependencies: { express: '^4.1.0' } },
      'apps/api/package.json': { name: 'api' },
      'apps/web/package.json': { name: 'web', dependencies: { react: '18' } },
    });
    assert.deepEqual(packages.of('apps/api/a.ts')?.dependencies, { express: '4.1.0' });
    assert.deepEqual(packages.of('apps/web/a.ts')?.dependencies, { react: '18.0.0' });
  });

  it('a broken manifest has no dependencies, says so, and takes none over', () => {
    const packages = packagesOf({
      'package.json': { dependencies: { a: '1' } },
      'x/package.json': '{"dependencies": {',
      'y/package.json': '[]',
    });
    assert.deepEqual(packages.of('x/a.ts'), { dir: 'x', dependencies: {}, scripts: {}, broken: true });
    assert.equal(packages.of('y/a.ts')?.broken, true);
    assert.equal(packages.of('a.ts')?.broken, undefined);
  });

  it('all groups count, and a real dependency before a development one', () => {
    const packages = packagesOf({
      'package.json': {
        devDependencies: { a: '1', b: '1' },
        peerDependencies: { a: '9', c: '3' },
        optionalDependencies: { d: '4' },
        dependencies: { b: '2' },
      },
    });
    assert.deepEqual(packages.of('a.ts')?.dependencies, { a: '1.0.0', c: '3.0.0', d: '4.0.0', b: '2.0.0' });
  });

  it('take the installed version where no lockfile knows, hoisted ones included', () => {
    const packages = packagesOf({
      'apps/api/package.json': { dependencies: { a: '^1.0.0', b: '^1.0.0', c: '^1.0.0' } },
      'apps/api/node_modules/a/package.json': { name: 'a', version: '1.5.0' },
      'node_modules/b/package.json': { name: 'b', version: '1.6.0' },
    });
    assert.deepEqual(packages.of('apps/api/x.ts')?.dependencies, { a: '1.5.0', b: '1.6.0', c: '1.0.0' });
  });

  it('take the lockfile before what is installed', () => {
    const packages = packagesOf({
      'package.json': { dependencies: { a: '^1.0.0' } },
      'package-lock.json': { packages: { 'node_modules/a': { version: '1.7.0' } } },
      'node_modules/a/package.json': { version: '1.5.0' },
    });
    assert.equal(packages.of('x.ts')?.dependencies['a'], '1.7.0');
  });

  it('of several lockfiles take that of the package manager in use', () => {
    const files = {
      'package-lock.json': { packages: { 'node_modules/a': { version: '1.1.0' } } },
      'yarn.lock': 'a@^1.0.0:\n  version "1.2.0"\n',
    };
    assert.equal(packagesOf({ ...files, 'package.json': { dependencies: { a: '^1.0.0' } } }).of('x.ts')?.dependencies['a'], '1.1.0');
    assert.equal(
      packagesOf({ ...files, 'package.json': { packageManager: 'yarn@1.22.0', dependencies: { a: '^1.0.0' } } }).of('x.ts')?.dependencies[
        'a'
      ],
      '1.2.0',
    );
  });

  it('members of the workspace have no version', () => {
    assert.deepEqual(packagesOf({ 'package.json': { dependencies: { a: 'workspace:*', b: 'link:../b' } } }).of('x.ts')?.dependencies, {
      a: 'unknown',
      b: 'unknown',
    });
  });

  it('follow changes of manifests and lockfiles, though both are read once', () => {
    const files = new Map([
      ['package.json', '{"dependencies": {"a": "^1.0.0"}}'],
      ['yarn.lock', 'a@^1.0.0:\n  version "1.2.0"\n'],
    ]);
    const workspace = memoryWorkspace(files);
    const version = (): string | undefined => new Packages(workspace, [...files.keys()]).of('x.ts')?.dependencies['a'];
    assert.equal(version(), '1.2.0');
    files.set('yarn.lock', 'a@^1.0.0:\n  version "1.3.0"\n');
    assert.equal(version(), '1.3.0');
    files.set('package.json', '{"dependencies": {"a": "^2.0.0", "b": "1"}}');
    files.delete('yarn.lock');
    assert.equal(version(), '2.0.0');
  });
});
