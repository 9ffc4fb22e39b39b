import { strict as assert } from 'node:assert';
import { lockfileNames, readLockfile } from '../../../src/project/lockfiles';

describe('lockfiles', () => {
  it('npm, by place: the nearest copy counts, links have no version', () => {
    const lockfile = readLockfile(
      'package-lock.json',
      JSON.stringify({
        lockfileVersion: 3,
        packages: {
          '': { name: 'root' },
          'apps/api': { name: 'api', version: '9.9.9' },
          'apps/api/node_modules/express': { version: '5.1.0' },
          'node_modules/express': { version: '4.18.2' },
          'node_modules/other/node_modules/express': { version: '3.0.0' },
          'node_modules/api': { resolved: 'apps/api', link: true },
        },
        dependencies: { express: { version: '1.0.0' } },
      }),
    );
    assert.equal(lockfile.version('', 'express', '*'), '4.18.2');
    assert.equal(lockfile.version('apps/api', 'express', '*'), '5.1.0');
    assert.equal(lockfile.version('apps/web', 'express', '*'), '4.18.2');
    assert.equal(lockfile.version('', 'api', '*'), undefined);
    assert.equal(lockfile.version('', 'constructor', '*'), undefined);
  });

  it('npm, layout 1, aliases included', () => {
    const lockfile = readLockfile(
      'npm-shrinkwrap.json',
      JSON.stringify({
        dependencies: {
          a: { version: '1.2.3', dependencies: { b: { version: '7.0.0' } } },
          c: { version: 'npm:@x/real@2.0.1' },
          d: { version: 'git+https://example.com/d.git#abc' },
        },
      }),
    );
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((name) => lockfile.version('', name, '*')),
      ['1.2.3', undefined, '2.0.1', undefined],
    );
  });

  it('pnpm with importers; what comes after them is not read', () => {
    const lockfile = readLockfile(
      'pnpm-lock.yaml',
      `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

catalogs:
  default:
    express:
      specifier: ^1
      version: 1.0.0

importers:

  .:
    devDependencies:
      typescript:
        specifier: ^5
        version: 5.9.2

  apps/api:
    dependencies:
      '@nestjs/core':
        specifier: ^11.0.0
        version: 11.0.1(@nestjs/common@11.0.1(rxjs@7.8.1))(rxjs@7.8.1)
      alias:
        specifier: npm:@real/name@^2
        version: '@real/name@2.3.4(react@18.0.0)'
      express:
        specifier: 'catalog:'
        version: 5.1.0
      ui:
        specifier: workspace:*
        version: link:../../packages/ui
    dependenciesMeta:
      ui:
        injected: true

packages:

  express@4.0.0:
    version: 4.0.0
`.replaceAll('\n', '\r\n'),
    );
    const version = (name: string): string | undefined => lockfile.version('apps/api', name, '*');
    assert.deepEqual(['@nestjs/core', 'alias', 'express', 'ui', 'typescript'].map(version), [
      '11.0.1',
      '2.3.4',
      '5.1.0',
      undefined,
      undefined,
    ]);
    assert.equal(lockfile.version('', 'typescript', '^5'), '5.9.2');
    assert.equal(lockfile.version('', 'express', '^4'), undefined);
  });

  it('pnpm without importers, layouts 5 and 6', () => {
    const five = readLockfile(
      'pnpm-lock.yaml',
      'lockfileVersion: 5.4\n\nspecifiers:\n  express: ^4\n\ndependencies:\n  express: 4.18.2\n  next: 13.1.0_react@18.2.0\n  alias: /@real/name/1.2.3\n\npackages:\n\n  /a/1.0.0:\n    dev: false\n',
    );
    assert.deepEqual(
      ['express', 'next', 'alias', 'a'].map((name) => five.version('', name, '*')),
      ['4.18.2', '13.1.0', '1.2.3', undefined],
    );
    const six = readLockfile(
      'pnpm-lock.yaml',
      "lockfileVersion: '6.0'\n\ndependencies:\n  express:\n    specifier: ^4\n    version: 4.18.2\n\npackages:\n",
    );
    assert.equal(six.version('', 'express', '^4'), '4.18.2');
  });

  it('yarn classic, several ranges in one block', () => {
    const lockfile = readLockfile(
      'yarn.lock',
      '# yarn lockfile v1\n\n\n"@scope/a@^1.0.0", "@scope/a@^1.2.0":\n  version "1.4.0"\n  resolved "https://example.com/a.tgz"\n  dependencies:\n    b "^2.0.0"\n\nb@^2.0.0, b@~2.1.0:\n  version "2.1.5"\n\nb@^3.0.0:\n  version "3.0.0"\n',
    );
    assert.equal(lockfile.version('', '@scope/a', '^1.2.0'), '1.4.0');
    assert.equal(lockfile.version('', 'b', '~2.1.0'), '2.1.5');
    assert.equal(lockfile.version('', 'b', '^3.0.0'), '3.0.0');
    assert.equal(lockfile.version('', 'b', '^9.0.0'), undefined, 'two versions leave a doubt');
    assert.equal(lockfile.version('', '@scope/a', '^9.0.0'), '1.4.0', 'a resolution changed the range');
  });

  it('yarn berry, workspaces left out', () => {
    const lockfile = readLockfile(
      'yarn.lock',
      '__metadata:\n  version: 8\n\n"express@npm:^4.17.1, express@npm:^4.18.0":\n  version: 4.18.2\n  resolution: "express@npm:4.18.2"\n\n"alias@npm:@real/name@^1.0.0":\n  version: 1.0.7\n  resolution: "@real/name@npm:1.0.7"\n\n"api@workspace:apps/api":\n  version: 0.0.0-use.local\n',
    );
    assert.equal(lockfile.version('', 'express', '^4.17.1'), '4.18.2');
    assert.equal(lockfile.version('', 'alias', 'npm:@real/name@^1.0.0'), '1.0.7');
    assert.equal(lockfile.version('', 'api', '*'), undefined);
  });

  it('bun, with a copy of its own for a workspace', () => {
    const lockfile = readLockfile(
      'bun.lock',
      `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "root",
    },
    "apps/api": {
      "name": "@acme/api",
      "dependencies": { "hono": "^4", },
    },
  },
  "packages": {
    "@hono/zod": ["@hono/zod@0.4.1", "", {}, "sha512-x"],

    "hono": ["hono@3.12.0", "", {}, "sha512-x"],

    "@acme/api": ["@acme/api@workspace:apps/api"],

    "@acme/api/hono": ["hono@4.6.0", "", {}, "sha512-x"],
  }
}
`,
    );
    assert.equal(lockfile.version('', 'hono', '^3'), '3.12.0');
    assert.equal(lockfile.version('apps/api', 'hono', '^4'), '4.6.0');
    assert.equal(lockfile.version('apps/api', '@hono/zod', '*'), '0.4.1');
    assert.equal(lockfile.version('', '@acme/api', '*'), undefined);
  });

  for (const name of lockfileNames) {
    it(`${name} with broken text knows nothing`, () => {
      for (const text of ['', '{', '<<<<<<< HEAD\n', 'null', '[1]', 'importers:\n  .:\n'])
        assert.equal(readLockfile(name, text).version('', 'a', '^1.0.0'), undefined);
    });
  }
});
