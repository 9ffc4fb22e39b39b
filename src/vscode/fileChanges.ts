import type { FileChange } from '../engine/api';
import { isBelowAny } from '../project/paths';

/** What is asked of the disk, about paths inside one workspace folder. */
export interface Disk {
  /** Undefined when there is nothing, or nothing that counts. */
  kind(path: string): Promise<'file' | 'folder' | undefined>;
  /** All files in a folder and below, up to a limit; none when it is gone meanwhile. */
  filesIn(folder: string): Promise<string[]>;
}

/** Changes in line with the disk, and the folders whose contents were looked up for them. */
export interface PresentChanges {
  changes: FileChange[];
  folders: { folder: string; files: number }[];
}

/**
 * Turns what a watcher told within a moment into what is so on disk now: deletions first, then files. A watcher tells what
 * happened in no dependable order, names a folder instead of the files in it, and tells of a folder that was deleted and made
 * again as of one that changed. The disk is only asked about what can be doubted.
 */
export async function presentChanges(told: readonly FileChange[], disk: Disk): Promise<PresentChanges> {
  const types = new Map<string, Set<FileChange['type']>>();
  for (const { file, type } of told) types.set(file, (types.get(file) ?? new Set()).add(type));
  const deleted = new Set(told.filter(({ type }) => type === 'deleted').map(({ file }) => file));

  const gone: FileChange[] = [];
  const there = new Map<string, FileChange['type']>();
  const folders: PresentChanges['folders'] = [];
  await Promise.all(
    [...types].map(async ([file, of]) => {
      const wasDeleted = of.has('deleted');
      if (!wasDeleted && !mayBeFolder(file) && !isBelowAny(file, deleted)) {
        there.set(file, of.has('created') ? 'created' : 'changed');
        return;
      }
      const kind = await disk.kind(file);
      if (kind === 'file') there.set(file, wasDeleted || of.has('created') ? 'created' : 'changed');
      if (kind === 'folder') {
        const files = await disk.filesIn(file);
        for (const inside of files) there.set(inside, 'created');
        folders.push({ folder: file, files: files.length });
      }
      // Of a folder that is told to have changed, anything may have gone; what is new has nothing to lose.
      if (kind !== 'file' && (wasDeleted || (kind === 'folder' && of.has('changed')))) gone.push({ file, type: 'deleted' });
    }),
  );
  return { changes: [...gone, ...[...there].map(([file, type]): FileChange => ({ file, type }))], folders };
}

/** Names with an extension are files nearly always, and asking the disk about each would cost more than it finds. */
function mayBeFolder(file: string): boolean {
  return !/[^/]\.[^/.]+$/.test(file);
}
