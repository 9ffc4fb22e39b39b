import { strict as assert } from 'node:assert';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeWorkspace } from '../../../src/project/nodeWorkspace';

describe('workspace over the file system', () => {
  let folder: string;
  const write = (file: string, text: string | Uint8Array = ''): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  /** Links need a right on Windows that not everybody has. */
  const link = (test: Mocha.Context, target: string, path: string): void => {
    try {
      symlinkSync(target, join(folder, path), 'junction');
    } catch {
      test.skip();
    }
  };
  const list = (): Promise<string[]> => nodeWorkspace(folder).list();

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'ground-')));
    // Ends the search for rules of folders around it.
    mkdirSync(join(folder, '.git'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lists sources and configuration, sorted, with forward slashes, and nothing else', async () => {
    for (const file of [
      'src/b.ts',
      'src/a.tsx',
      'package.json',
      'logo.png',
      'data.json',
      '.env.local',
      'Dockerfile',
      '.github/workflows/ci.yml',
      'supabase/config.toml',
      'other/config.toml',
      'prisma/schema.prisma',
    ])
      write(file);
    assert.deepEqual(await list(), [
      '.env.local',
      '.github/workflows/ci.yml',
      'Dockerfile',
      'package.json',
      'prisma/schema.prisma',
      'src/a.tsx',
      'src/b.ts',
      'supabase/config.toml',
    ]);
  });

  it('skips dependencies and output, not sources in folders of such names', async () => {
    for (const file of [
      'node_modules/a/index.js',
      'pkg/node_modules/a/index.js',
      'dist/a.js',
      '.next/a.js',
      'build/a.js',
      'coverage/a.js',
      'pkg/package.json',
      'pkg/build/a.js',
    ])
      write(file);
    for (const file of ['src/build/a.ts', 'app/vendor/page.tsx']) write(file);
    assert.deepEqual(await list(), ['app/vendor/page.tsx', 'pkg/package.json', 'src/build/a.ts']);
  });

  it('heeds nested .gitignore files, the nearest first', async () => {
    write('.gitignore', 'generated/\n*.local.ts\n/only-root.ts\n.env\n');
    write('a/.gitignore', '!keep.local.ts\nprivate.ts\n');
    for (const file of [
      'generated/x.ts',
      'a/generated/x.ts',
      'a/b/drop.local.ts',
      'a/keep.local.ts',
      'a/private.ts',
      'private.ts',
      'only-root.ts',
      'a/only-root.ts',
      '.env',
      '.env.example',
    ])
      write(file);
    assert.deepEqual(await list(), ['.env.example', '.gitignore', 'a/.gitignore', 'a/keep.local.ts', 'a/only-root.ts', 'private.ts']);
  });

  it('heeds the .gitignore of the repository around it, unless that leaves out the folder itself', async () => {
    write('.gitignore', '/web/secret.ts\n*.gen.ts\n/ignored/\n');
    for (const file of ['web/secret.ts', 'web/a.gen.ts', 'web/sub/secret.ts', 'ignored/a.ts']) write(file);
    assert.deepEqual(await nodeWorkspace(join(folder, 'web')).list(), ['sub/secret.ts']);
    assert.deepEqual(await nodeWorkspace(join(folder, 'ignored')).list(), ['a.ts']);
  });

  it('survives circles of links and lists every file once, under its real path', async function () {
    write('src/a.ts');
    link(this, join(folder, 'src'), 'alias');
    link(this, folder, 'src/loop');
    assert.deepEqual(await list(), ['src/a.ts']);
  });

  it('does not follow links that leave the root', async function () {
    write('inside/a.ts');
    write('outside/b.ts');
    link(this, join(folder, 'outside'), 'inside/out');
    assert.deepEqual(await nodeWorkspace(join(folder, 'inside')).list(), ['a.ts']);
  });

  it('survives links to nowhere, deleted folders and folders that may not be read', async function () {
    write('a.ts');
    write('closed/b.ts');
    link(this, join(folder, 'nowhere'), 'broken');
    chmodSync(join(folder, 'closed'), 0);
    const workspace = nodeWorkspace(folder);
    const files = await workspace.list();
    chmodSync(join(folder, 'closed'), 0o755);
    assert.ok(files.includes('a.ts'));
    // Windows and administrators read it all the same.
    assert.deepEqual(workspace.unreadable?.(), files.includes('closed/b.ts') ? [] : ['closed']);
    assert.deepEqual(await nodeWorkspace(join(folder, 'nowhere')).list(), []);
  });

  it('reads text as the editor shows it and nothing that is not text', () => {
    write('bom.ts', '\uFEFFconst a = 1;');
    write('image.ts', Uint8Array.of(1, 0, 2));
    const workspace = nodeWorkspace(folder);
    assert.equal(workspace.read('bom.ts'), 'const a = 1;');
    assert.equal(workspace.read('image.ts'), undefined);
    assert.equal(workspace.read('missing.ts'), undefined);
    assert.equal(workspace.read('.git'), undefined);
    assert.equal(workspace.read('bom.ts/below'), undefined);
  });

  it('reads nothing outside of the root', () => {
    write('inside/a.ts', 'a');
    write('b.ts', 'b');
    const workspace = nodeWorkspace(join(folder, 'inside'));
    assert.equal(workspace.read('../inside/a.ts'), undefined);
    assert.equal(workspace.read('../b.ts'), undefined);
    assert.equal(workspace.stat('../b.ts'), undefined);
    assert.equal(workspace.read('a.ts'), 'a');
  });

  it('says why a file is not analysed', () => {
    write('large.ts', 'a;\n'.repeat(800_000));
    write('min.js', 'a'.repeat(30_000));
    write('image.ts', Uint8Array.of(1, 0, 2));
    write('good.ts', 'a');
    const workspace = nodeWorkspace(folder);
    assert.deepEqual(
      ['large.ts', 'min.js', 'image.ts', 'missing.ts', 'good.ts'].map((file) => workspace.readWithReason(file)),
      [{ skipped: 'too large (2.4 MB)' }, { skipped: 'minified' }, { skipped: 'not text' }, { skipped: 'missing' }, { text: 'a' }],
    );
    assert.equal(workspace.read('large.ts')?.length, 2_400_000, 'lockfiles may be larger than sources');
  });

  it('tells sizes in bytes', () => {
    write('a.ts', 'é');
    assert.equal(nodeWorkspace(folder).stat('a.ts')?.size, 2);
    assert.equal(nodeWorkspace(folder).stat('b.ts'), undefined);
  });
});
