import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../../src/cli/cacheFolder';
import { exitCode } from '../../../src/cli/terminal';
import { cleanUp, folderWith, runWith } from './samples';

const home = path.resolve('/home/me');

describe('The folder of caches', () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string> = {}): string | undefined =>
    cacheFolder({ platform, env, home: () => home });

  it('is where programs of the system keep theirs', () => {
    assert.equal(at('linux'), path.join(home, '.cache/production-gap'));
    assert.equal(at('linux', { XDG_CACHE_HOME: path.resolve('/var/me') }), path.join(path.resolve('/var/me'), 'production-gap'));
    assert.equal(at('darwin'), path.join(home, 'Library/Caches/production-gap'));
    assert.equal(at('win32', { LOCALAPPDATA: home }), path.join(home, 'production-gap'));
    assert.equal(at('linux', { PRODUCTION_GAP_CACHE_DIR: '/tmp/mine', XDG_CACHE_HOME: '/var/me' }), path.resolve('/tmp/mine'));
  });

  it('is nowhere on a system without a place for it', () => {
    assert.equal(at('win32'), undefined);
    assert.equal(at('linux', { XDG_CACHE_HOME: 'relative' }), undefined);
    const homeless = (): string => {
      throw new Error('no home');
    };
    assert.equal(cacheFolder({ platform: 'linux', env: {}, home: homeless }), undefined);
  });
});

describe('Commands that keep what they know', () => {
  afterEach(cleanUp);

  const asked = async (...args: string[]): Promise<(string | undefined)[]> => {
    const { fake } = await runWith(args, { cwd: folderWith(), cacheFolder: '/system/caches' });
    return fake.opened.map(({ request }) => request.cacheFolder);
  };

  it("do so in the system's folder unless they are told otherwise", async () => {
    assert.deepEqual(await asked('check'), ['/system/caches']);
    assert.deepEqual(await asked('routes'), ['/system/caches']);
    assert.deepEqual(await asked('check', '--no-cache'), [undefined]);
    assert.deepEqual(await asked('routes', '--no-cache'), [undefined]);
    assert.deepEqual(await asked('routes', '--no-cache', '--cache-dir', 'kept'), [undefined]);
  });

  it('do so in a folder that is named, which is made', async () => {
    const cwd = folderWith();
    const { fake } = await runWith(['check', '--cache-dir', 'a/kept'], { cwd, cacheFolder: '/system/caches' });
    assert.equal(fake.opened[0]!.request.cacheFolder, path.join(cwd, 'a/kept'));
    assert.ok(existsSync(path.join(cwd, 'a/kept')));
  });

  it('refuse a folder that cannot be one, in one line', async () => {
    const cwd = folderWith({ 'notes.txt': '' });
    const { code, err, fake } = await runWith(['check', '--cache-dir', 'notes.txt'], { cwd });
    assert.deepEqual([code, fake.opened.length], [exitCode.failure, 0]);
    assert.equal(err, 'production-gap: "notes.txt" is no folder that can be written to.\n');
    assert.deepEqual(readdirSync(cwd), ['notes.txt']);
  });
});
