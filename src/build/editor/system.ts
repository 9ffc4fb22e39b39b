import { accessSync, constants, existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, step } from '../progress';

/** A tool that must be there and that these scripts can't install by themselves; the message says what to do. */
export class MissingTool extends Error {}

/** Folder that outlives a clone, for what is downloaded once per person. `PRODUCTION_GAP_CACHE` moves it. */
export function cacheFolder(): string {
  const { PRODUCTION_GAP_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (own) return path.resolve(own);
  return path.join(xdg || local || path.join(os.homedir(), '.cache'), 'production-gap');
}

/** Finds a program by a list of names (looked up on PATH) or absolute paths; the first that exists. */
export function findProgram(...candidates: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const candidate of candidates) {
    const paths = path.isAbsolute(candidate)
      ? [candidate]
      : folders.flatMap((folder) => extensions.map((extension) => path.join(folder, candidate + extension)));
    const found = paths.find((file) => existsSync(file) && isExecutable(file));
    if (found) return found;
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

let packageListsAreFresh = false;

/**
 * Installs Debian packages where that is possible: on Linux with apt-get, as root.
 * Throws {@link MissingTool} elsewhere, saying what is missing and why it is wanted.
 */
export async function installDebianPackages(packages: string[], why: string): Promise<void> {
  const names = packages.join(', ');
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !findProgram('apt-get')) {
    throw new MissingTool(`${why}: please install ${names} (on Debian and Ubuntu: apt-get install ${packages.join(' ')}).`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${names} (apt-get)`, async () => {
    if (!packageListsAreFresh) await run('apt-get', ['update', '-q'], { env });
    packageListsAreFresh = true;
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  });
}
