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
  /** Path without its extension → the extensions there are: one look-up instead of one per extension. */
  private readonly stems = new Map<string, string | string[]>();

  constructor(files: readonly string[]) {
    this.files = new Set(files);
    for (const file of files) {
      const extension = /(?:\.d)?\.[cm]?[jt]sx?$/.exec(file)?.[0];
      if (extension === undefined) continue;
      const stem = file.slice(0, -extension.length);
      const known = this.stems.get(stem);
      this.stems.set(stem, known === undefined ? extension : [...(typeof known === 'string' ? [known] : known), extension]);
    }
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
    const written = sources ? this.withExtension(path.slice(0, dot), sources) : extension !== '' && this.files.has(path) ? path : undefined;
    const found = written ?? this.withExtension(path, extensions);
    return found ?? (extension === '.d' && this.files.has(`${path}.ts`) ? `${path}.ts` : undefined);
  }

  private asFolder(path: string): string | undefined {
    return this.withExtension(within(path, 'index'), extensions);
  }

  /** The stem with the first of the extensions that it has. */
  private withExtension(stem: string, preferred: readonly string[]): string | undefined {
    const present = this.stems.get(stem);
    if (present === undefined) return undefined;
    const extension = preferred.find((candidate) => (typeof present === 'string' ? present === candidate : present.includes(candidate)));
    return extension === undefined ? undefined : stem + extension;
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

  /** Files of the given names in a folder and those around it, nearest first. */
  *upwards(fromFolder: string, names: readonly string[]): Iterable<{ folder: string; file: string }> {
    for (let folder = fromFolder; ; folder = folderOf(folder)) {
      for (const name of names) if (this.files.has(within(folder, name))) yield { folder, file: within(folder, name) };
      if (folder === '') return;
    }
  }
}
