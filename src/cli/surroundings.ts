import { dateOf } from '../readiness/dates';
import { cacheFolder } from './cacheFolder';
import type { Terminal } from './terminal';

/** What of this process decides what a command prints, and where it may keep that. */
export function surroundings(): Pick<Terminal, 'cwd' | 'isColorful' | 'today' | 'cacheFolder'> {
  return {
    cwd: process.cwd(),
    isColorful: process.stdout.isTTY && process.stdout.hasColors() && !process.env['NO_COLOR'],
    today: dateOf(new Date()),
    cacheFolder: cacheFolder(),
  };
}

/** Somebody closed the pipe early (`| head`): that is no failure. */
export function ignoreClosedPipes(): void {
  const ignore = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
  };
  process.stdout.on('error', ignore);
  process.stderr.on('error', ignore);
}
