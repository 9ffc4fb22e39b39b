import { JsonPlaces } from './jsonPlaces';
import { folderOf, nameOf } from './paths';

/** An address of the application that its platform calls on a schedule. */
export interface ScheduledCall {
  /** The file that says so; it speaks for its folder. */
  file: string;
  path: string;
}

/** Does the file say what is called on a schedule? */
export function isSchedule(file: string): boolean {
  return nameOf(file) === 'vercel.json';
}

/**
 * What Vercel calls on a schedule: it sends GET to the address of the deployment, like anybody else could, with
 * `Authorization: Bearer …` when the project has CRON_SECRET (https://vercel.com/docs/cron-jobs/manage-cron-jobs).
 */
export function scheduledCalls(files: readonly string[], read: (file: string) => string | undefined): ScheduledCall[] {
  return files.filter(isSchedule).flatMap((file) => {
    const text = read(file);
    const crons = text?.includes('"crons"') ? new JsonPlaces(text).member('crons')?.value : undefined;
    return (Array.isArray(crons) ? (crons as unknown[]) : []).flatMap((entry) => {
      const path = typeof entry === 'object' && entry !== null ? (entry as { path?: unknown }).path : undefined;
      return typeof path === 'string' ? [{ file, path: path.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1') }] : [];
    });
  });
}

/** The file that has a route called on a schedule, by the file and the address of the route; undefined when none does. */
export function scheduleOf(calls: readonly ScheduledCall[], file: string, path: string): string | undefined {
  return calls.find(
    (call) =>
      `${file}/`.startsWith(folderOf(call.file) === '' ? '' : `${folderOf(call.file)}/`) && fits(path.split('/'), call.path.split('/')),
  )?.file;
}

/** Does an address fit a path with parameters? */
function fits(pattern: readonly string[], address: readonly string[]): boolean {
  return (
    pattern.every((segment, index) => segment === address[index] || (/^[:[{]/.test(segment) && address[index] !== undefined)) &&
    (pattern.length === address.length || /\.\.\.|^\*/.test(pattern.at(-1) ?? ''))
  );
}
