import os from 'node:os';
import path from 'node:path';

/** What of the world around decides where caches are. */
export interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: () => string;
}

const present: Surroundings = { platform: process.platform, env: process.env, home: () => os.homedir() };

/**
 * The folder in which programs keep what they can make again, with one for this tool in it: never in the project. `PRODUCTION_GAP_CACHE_DIR`
 * names another one. Undefined where the system has no place for it.
 */
export function cacheFolder({ platform, env, home }: Surroundings = present): string | undefined {
  const named = env['PRODUCTION_GAP_CACHE_DIR'];
  if (named) return path.resolve(named);
  const around = folderOfCaches(platform, env, home);
  return around && path.isAbsolute(around) ? path.join(around, 'production-gap') : undefined;
}

function folderOfCaches(platform: NodeJS.Platform, env: Surroundings['env'], home: () => string): string | undefined {
  if (platform === 'win32') return env['LOCALAPPDATA'];
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  try {
    return path.join(home(), platform === 'darwin' ? 'Library/Caches' : '.cache');
  } catch {
    return undefined;
  }
}
