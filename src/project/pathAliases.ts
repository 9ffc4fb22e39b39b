import type { FileSet } from './fileSet';
import { isRecord, readJsonc, recordMember, textMember, texts, type JsonRecord } from './jsonc';
import { folderOf, join, nameOf } from './paths';

/** `compilerOptions.paths` and `baseUrl` of one tsconfig or jsconfig, with what it extends. */
export interface PathAliases {
  /** Patterns, exact ones first, then those with the longest text before `*`. */
  patterns: { prefix: string; suffix: string | undefined; targets: string[] }[];
  /** Folder from which bare specifiers may be paths; undefined without `baseUrl`. */
  baseUrl: string | undefined;
}

/** Reads path aliases; each configuration file is read once. */
export class AliasReader {
  private readonly known = new Map<string, PathAliases>();

  constructor(
    private readonly files: FileSet,
    private readonly read: (file: string) => string | undefined,
    /** Folder of the workspace package of that name, for `extends` by package name. */
    private readonly folderOfPackage: (name: string) => string | undefined,
  ) {}

  /** Aliases of a configuration file. Broken files and circles of `extends` give what could be read. */
  of(file: string): PathAliases {
    let aliases = this.known.get(file);
    if (!aliases) {
      aliases = this.collect(file);
      this.known.set(file, aliases);
    }
    return aliases;
  }

  private collect(file: string): PathAliases {
    const own = this.options(file, folderOf(file), new Set());
    // Vite keeps the options in tsconfig.app.json and refers to it.
    const parts = [own, ...(own.paths ? [] : this.referred(file).map((other) => this.options(other, folderOf(other), new Set())))];
    const patterns: PathAliases['patterns'] = [];
    for (const { paths, pathsFolder } of parts) {
      for (const [pattern, value] of Object.entries(paths ?? {})) {
        const star = pattern.indexOf('*');
        const targets = texts(value).flatMap((target) => join(pathsFolder, target) ?? []);
        patterns.push(
          star === -1
            ? { prefix: pattern, suffix: undefined, targets }
            : { prefix: pattern.slice(0, star), suffix: pattern.slice(star + 1), targets },
        );
      }
    }
    patterns.sort((a, b) => Number(a.suffix !== undefined) - Number(b.suffix !== undefined) || b.prefix.length - a.prefix.length);
    return { patterns, baseUrl: parts.find(({ baseUrl }) => baseUrl !== undefined)?.baseUrl };
  }

  private options(file: string, leaf: string, seen: Set<string>): { paths?: JsonRecord; pathsFolder: string; baseUrl?: string } {
    const folder = folderOf(file);
    if (seen.has(file)) return { pathsFolder: folder };
    seen.add(file);
    const config = readJsonc(this.read(file));
    let inherited: ReturnType<AliasReader['options']> = { pathsFolder: folder };
    for (const name of texts(config['extends'])) {
      const base = this.extended(folder, name);
      if (base === undefined) continue;
      const options = this.options(base, leaf, seen);
      inherited = { ...inherited, ...options, ...(options.paths ? {} : { pathsFolder: inherited.pathsFolder }) };
    }
    const options = recordMember(config, 'compilerOptions');
    const place = (text: string): string | undefined =>
      text.startsWith('${configDir}') ? join(leaf, `.${text.slice('${configDir}'.length)}`) : join(folder, text);
    const written = textMember(options, 'baseUrl');
    const baseUrl = (written === undefined ? undefined : place(written)) ?? inherited.baseUrl;
    const paths = options['paths'];
    if (!isRecord(paths))
      return {
        ...inherited,
        ...(baseUrl === undefined ? {} : { baseUrl, pathsFolder: written === undefined ? inherited.pathsFolder : baseUrl }),
      };
    const templated = JSON.stringify(paths).includes('${configDir}');
    const own = templated ? (JSON.parse(JSON.stringify(paths).replaceAll('${configDir}', '.')) as JsonRecord) : paths;
    return { paths: own, pathsFolder: templated ? leaf : (baseUrl ?? folder), ...(baseUrl === undefined ? {} : { baseUrl }) };
  }

  private extended(folder: string, name: string): string | undefined {
    if (name.startsWith('.')) return this.config(join(folder, name));
    const parts = name.split('/');
    const length = name.startsWith('@') ? 2 : 1;
    const own = this.folderOfPackage(parts.slice(0, length).join('/'));
    return own === undefined ? undefined : this.config(join(own, parts.slice(length).join('/')));
  }

  /** The file that a path in a configuration means: with or without `.json`, or a folder's tsconfig.json. */
  private config(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    // A base may have a name that no list holds, `base.json`.
    return [path, `${path}.json`, join(path, 'tsconfig.json') ?? ''].find(
      (file) => file.endsWith('.json') && (this.files.has(file) || this.read(file) !== undefined),
    );
  }

  private referred(file: string): string[] {
    const references = readJsonc(this.read(file))['references'];
    if (!Array.isArray(references)) return [];
    return references.flatMap((reference: unknown) => {
      const path = isRecord(reference) ? textMember(reference, 'path') : undefined;
      const other = path === undefined ? undefined : this.config(join(folderOf(file), path));
      // References to other folders are other projects.
      return other !== undefined && folderOf(other) === folderOf(file) && nameOf(other) !== nameOf(file) ? [other] : [];
    });
  }
}

/** Paths that a specifier may mean by the aliases, in the order in which they are tried. */
export function* aliased(aliases: PathAliases, specifier: string): Iterable<string> {
  for (const { prefix, suffix, targets } of aliases.patterns) {
    if (suffix === undefined) {
      if (specifier === prefix) yield* targets;
    } else if (specifier.length >= prefix.length + suffix.length && specifier.startsWith(prefix) && specifier.endsWith(suffix)) {
      const matched = specifier.slice(prefix.length, specifier.length - suffix.length);
      for (const target of targets) {
        const path = join(
          '',
          target.replace('*', () => matched),
        );
        if (path !== undefined) yield path;
      }
    }
  }
  const path = aliases.baseUrl === undefined ? undefined : join(aliases.baseUrl, specifier);
  if (path !== undefined) yield path;
}
