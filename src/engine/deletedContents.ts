import { isBelowAny } from '../project/paths';
import type { FileChange } from './api';

/**
 * Adds the files that were in deleted folders, of which only the folder may be named: behind the deletions they follow from,
 * and before whatever else is told, so that what is there again stays. `mayBeFolder` picks the deletions to look into.
 */
export function withDeletedContents(
  changes: readonly FileChange[],
  known: Iterable<string>,
  mayBeFolder: (change: FileChange) => boolean = () => true,
): FileChange[] {
  const deleted = changes.filter(({ type }) => type === 'deleted');
  const folders = new Set(deleted.filter(mayBeFolder).map(({ file }) => file));
  if (folders.size === 0) return [...changes];
  const told = new Set(changes.map(({ file }) => file));
  const inside = [...known].filter((file) => !told.has(file) && isBelowAny(file, folders));
  return [
    ...deleted,
    ...inside.map((file): FileChange => ({ file, type: 'deleted' })),
    ...changes.filter(({ type }) => type !== 'deleted'),
  ];
}
