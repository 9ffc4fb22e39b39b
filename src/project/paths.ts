/** Folder of a path, '' for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** Last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path below a folder, as it is: `within('', 'a')` is `a`. */
export function within(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** A segment that is no name: empty, `.` or `..`. */
const noName = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** Joins and resolves `.` and `..`; undefined when the path leaves the root. */
export function join(folder: string, path: string): string | undefined {
  // Nearly all paths are as short as they can be.
  if (!noName.test(path)) return within(folder, path);
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The folder and those around it, innermost first, the root ('') last. */
export function ancestors(folder: string): string[] {
  const folders = [folder];
  while (folder !== '') {
    folder = folderOf(folder);
    folders.push(folder);
  }
  return folders;
}

/** Path of `path` seen from `folder`, both below the root; `.` when they are the same. */
export function relativeTo(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path === '' ? [] : path.split('/');
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/') || '.';
}

/** Whether one of the folders above a path is in the set. Paths have forward slashes. */
export function isBelowAny(path: string, folders: ReadonlySet<string>): boolean {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) if (folders.has(path.slice(0, at))) return true;
  return false;
}
