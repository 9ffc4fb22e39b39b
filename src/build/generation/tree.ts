import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Reads the files of a project by paths relative to its root, with forward slashes. */
export interface SourceTree {
  root: string;
  /** Files below a folder, sorted; empty when there is no such folder. */
  list(folder: string): string[];
  /** Text of a file with `\n` line ends; undefined when it is missing. */
  read(file: string): string | undefined;
}

/** The tree of files on disk under `root`. */
export function sourceTree(root: string): SourceTree {
  return {
    root,
    list(folder) {
      try {
        return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
          .sort();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    },
    read(file) {
      try {
        return readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
