import { folderOf, join, within } from './paths';

/** Extensions that may be left out of an import, preferred ones first. */
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts'];

/** What a written extension may stand for in sources. */
const sourcesOf: Record<string, readonly string[]> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.jsx': ['.tsx', '.jsx', '.d.ts'],
  '.mjs': ['.mts', '.mjs', '.d.mts'],
  '.cjs': ['.cts', '.cjs', '.d.cts'],
};

/** The files of a project as imports see them. */
export class FileSet {
  private readonly files: ReadonlySet<string>;

  constructor(files: readonly string[]) {
    this.files = new Set(files);
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  /** The file that `path` (from the root, no `.` or `..`) means when it is imported; undefined when there is none. */
  find(path: string): string | undefined {
    return this.asFile(path) ?? this.asFolder(path);
  }

  private asFile(path: string): string | undefined {
    if (path === '') return undefined;
    const dot = path.lastIndexOf('.');
    const extension = dot > path.lastIndexOf('/') ? path.slice(dot) : '';
    const sources = sourcesOf[extension];
    if (sources) {
      const stem = path.slice(0, dot);
      for (const source of sources) if (this.files.has(stem + source)) return stem + source;
    } else if (extension !== '' && this.files.has(path)) return path;
    for (const added of extensions) if (this.files.has(path + added)) return path + added;
    return undefined;
  }

  private asFolder(path: string): string | undefined {
    const index = within(path, 'index');
    for (const added of extensions) if (this.files.has(index + added)) return index + added;
    return undefined;
  }

  /**
   * The source of a path that a manifest names, which mostly points to output: `dist/x.js` is `src/x.ts` or `x.ts`.
   * `folder` is the manifest's.
   */
  findSource(folder: string, target: string): string | undefined {
    const path = join(folder, target);
    if (path === undefined) return undefined;
    const direct = this.find(path);
    // Declarations and bundles beside sources only repeat them.
    if (direct !== undefined && !direct.endsWith('.d.ts')) return direct;
    const inside = target.replace(/^\.\//, '').replace(/\.d\.([cm]?)ts$/, '.$1js');
    const output = /^(?:dist|build|out|lib|esm|cjs|es|types)\/(?:(?:esm|cjs|es|src|types|module|commonjs)\/)?(.+)$/.exec(inside)?.[1];
    for (const rest of output === undefined ? [inside] : [output, inside]) {
      for (const base of ['src', '']) {
        const candidate = join(folder, within(base, rest));
        const found = candidate === undefined ? undefined : this.find(candidate);
        if (found !== undefined && !found.endsWith('.d.ts')) return found;
      }
    }
    return direct;
  }

  /** Nearest folder upwards from a file's that holds one of the names, with the name. */
  *upwards(fromFolder: string, names: readonly string[]): Iterable<{ folder: string; file: string }> {
    for (let folder = fromFolder; ; folder = folderOf(folder)) {
      for (const name of names) if (this.files.has(within(folder, name))) yield { folder, file: within(folder, name) };
      if (folder === '') return;
    }
  }
}
