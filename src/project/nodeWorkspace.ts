import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Workspace } from './workspace';

const skipped = new Set(['node_modules', '.git', 'dist', 'build', 'out', '.next', '.nuxt', '.svelte-kit', '.output', 'coverage', '.turbo', '.cache', 'vendor']);

/** A workspace over the file system. */
export function nodeWorkspace(folder: string): Workspace {
  const root = resolve(folder);
  return {
    root,
    list() {
      const files: string[] = [];
      const visit = (dir: string): void => {
        for (const entry of readdirSync(join(root, dir), { withFileTypes: true })) {
          const path = dir ? `${dir}/${entry.name}` : entry.name;
          if (entry.isDirectory()) {
            if (!skipped.has(entry.name)) visit(path);
          } else if (entry.isFile() && /\.([cm]?[jt]sx?|json|sql|prisma|toml|ya?ml|md)$|Dockerfile|\.env/.test(entry.name)) files.push(path);
        }
      };
      visit('');
      return Promise.resolve(files);
    },
    read(file) {
      try {
        return readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '');
      } catch {
        return undefined;
      }
    },
    stat(file) {
      try {
        const { size, mtimeMs } = statSync(join(root, file));
        return { size, mtimeMs };
      } catch {
        return undefined;
      }
    },
  };
}
