import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gitFolderOf, isEnvironmentFile, trackedPaths } from '../../../src/project/gitIndex';
import { nodeWorkspace } from '../../../src/project/nodeWorkspace';

const hasGit = (() => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe("git's index", () => {
  let folder: string;
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const write = (file: string, text = 'A=1\n'): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  beforeEach(function () {
    if (!hasGit) this.skip();
    folder = mkdtempSync(path.join(tmpdir(), 'gap-index-'));
    git('init', '-q');
    for (const file of ['.env', 'apps/web/.env.production', 'apps/web/src/a.ts', 'apps/web/src/aLongerName.ts', 'ümlaut/.env']) write(file);
    git('add', '-f', '.');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const version of [2, 3, 4]) {
    it(`is read in version ${version}`, () => {
      git('update-index', '--index-version', String(version));
      if (version === 3) git('update-index', '--skip-worktree', 'apps/web/src/a.ts');
      const index = readFileSync(path.join(folder, '.git/index'));
      const listed = git('ls-files', '-z')
        .split('\0')
        .filter((file) => file !== '');
      assert.deepEqual(
        trackedPaths(index, () => true),
        listed,
      );
      assert.deepEqual(
        trackedPaths(index, isEnvironmentFile),
        listed.filter((file) => file.includes('.env')),
      );
    });
  }

  it('says nothing where the rest is in another file, and where it is damaged', () => {
    const index = readFileSync(path.join(folder, '.git/index'));
    assert.equal(
      trackedPaths(index.subarray(0, index.length / 2), () => true),
      undefined,
    );
    assert.equal(
      trackedPaths(new Uint8Array(0), () => true),
      undefined,
    );
    assert.equal(
      trackedPaths(Buffer.from('DIRC\0\0\0\u0009\0\0\0\0', 'latin1'), () => true),
      undefined,
    );
    git('update-index', '--split-index');
    assert.equal(
      trackedPaths(readFileSync(path.join(folder, '.git/index')), () => true),
      undefined,
    );
  });

  it('tells a workspace what the repository holds, below its own folder', async () => {
    const root = nodeWorkspace(folder);
    assert.equal(root.tracked?.('.env'), true);
    assert.equal(root.tracked?.('.env.local'), false);
    assert.equal(root.tracked?.('apps/web/src/a.ts'), undefined, 'it was not looked for');
    assert.equal(nodeWorkspace(path.join(folder, 'apps/web')).tracked?.('.env.production'), true);
    assert.equal(nodeWorkspace(path.join(folder, 'apps/web')).tracked?.('.env'), false);
    git('rm', '-q', '--cached', '.env');
    assert.equal(root.tracked?.('.env'), false, 'the index is read again');
  });

  it('brings files into the list that are ignored and were committed all the same', async () => {
    write('.gitignore', '.env*\n');
    write('.env.local');
    const files = await nodeWorkspace(folder).list();
    assert.ok(files.includes('.env') && files.includes('apps/web/.env.production') && !files.includes('.env.local'), files.join());
  });

  it('brings source into the list that a line names and that was committed, and leaves out what folders leave out', async () => {
    write('.gitignore', 'src/server.ts\nsrc/local.ts\ndist/\n');
    for (const file of ['src/server.ts', 'src/local.ts', 'dist/server.js']) write(file);
    git('add', '-f', 'src/server.ts', 'dist/server.js');
    const root = nodeWorkspace(folder);
    const files = await root.list();
    assert.ok(files.includes('src/server.ts') && !files.includes('src/local.ts') && !files.includes('dist/server.js'), files.join());
    git('rm', '-q', '-f', '--cached', 'src/server.ts');
    assert.ok(!(await root.list()).includes('src/server.ts'), 'the index is read again');
  });

  it('is found from a second worktree, and knows nothing in a folder without a repository', () => {
    git('commit', '-q', '-m', 'a');
    git('worktree', 'add', '-q', 'tree');
    assert.equal(nodeWorkspace(path.join(folder, 'tree')).tracked?.('.env'), true);
    rmSync(path.join(folder, '.git'), { recursive: true });
    rmSync(path.join(folder, 'tree'), { recursive: true });
    assert.equal(nodeWorkspace(folder).tracked?.('.env'), undefined);
  });

  it('is empty in a repository to which nothing was added', () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    git('init', '-q');
    assert.equal(nodeWorkspace(folder).tracked?.('.env'), false);
  });

  it('is elsewhere where `.git` is a file', () => assert.equal(gitFolderOf('gitdir: ../.git/worktrees/a\n'), '../.git/worktrees/a'));

  for (const [file, answer] of [
    ['.env', true],
    ['a/.env.local', true],
    ['.env-prod', true],
    ['.envrc', false],
    ['env.ts', false],
    ['.env.ts', false],
    ['a.env', false],
    ['config/config.env', true],
    ['config/config.env.env', true],
    ['a.env.example', true],
    ['cypress.env.json', false],
    ['api/env.example', true],
  ] as const) {
    it(`${file} is ${answer ? 'a' : 'no'} file of the environment`, () => assert.equal(isEnvironmentFile(file), answer));
  }
});
