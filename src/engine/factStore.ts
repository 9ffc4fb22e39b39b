import { createHash } from 'node:crypto';
import { codeOf, nodeStore, type TextStore } from '../project/nodeStore';

/** Where a front end keeps what is known of one project's files, from one session to the next. */
export interface FactStore extends TextStore {
  /** What identifies the engine: another one would make other facts of the same files. */
  readonly engine: string;
}

/**
 * Keeps facts of a project in a folder. `bundle` is the file that the engine is in, and `settings` what else decides which files there are, so
 * that sessions with others do not take each other's place. Undefined where there is no folder, or no such bundle.
 */
export function factStore(
  folder: string | undefined,
  { root, bundle, settings = '' }: { root: string; bundle: string; settings?: string },
): FactStore | undefined {
  const code = folder === undefined ? undefined : codeOf(bundle);
  if (folder === undefined || code === undefined) return undefined;
  return { engine: digest(code), ...nodeStore(folder, digest(`${root}\0${settings}`)) };
}

/** Short enough for thousands of files and for the name of one, long enough that two texts never share one by chance. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
