import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../src/build/editor/system';
import { run } from '../../src/build/progress';

const description = 'test/crosscheck/packages';

/**
 * Installs the frameworks once per person and lockfile into the cache folder and returns the folder.
 * Throws when the registry can't be reached, with what to do about it.
 */
export async function installFrameworks(): Promise<string> {
  const lock = await readFile(path.join(description, 'package-lock.json'));
  const folder = path.join(cacheFolder(), `crosscheck-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  // Renamed when complete, so that an interrupted install is never taken for a whole one.
  const unfinished = `${folder}.${randomUUID().slice(0, 8)}`;
  try {
    await mkdir(unfinished, { recursive: true });
    for (const part of ['package.json', 'package-lock.json']) await cp(path.join(description, part), path.join(unfinished, part));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: unfinished }).catch(
      (error: unknown) => {
        throw new Error(
          'The cross-check needs the frameworks of test/crosscheck/packages from the npm registry once; they could not be installed.',
          { cause: error },
        );
      },
    );
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}
