import { bundlerAliases, bundlerConfigs } from './bundlerAliases';
import { FileSet } from './fileSet';
import { Heirs } from './heirs';
import { readJsonc, recordMember, textMember, type JsonRecord } from './jsonc';
import { entryOf, importsOf } from './packageEntries';
import { AliasReader, aliased, type PathAliases } from './pathAliases';
import { ancestors, folderOf, join, nameOf, within } from './paths';
import { builtinOf, packageNameOf, remotePackage } from './specifiers';
import type { Workspace } from './workspace';

/**
 * Where an import leads: a file of the project, a package (named as npm names it, with the path below it, `next/server`;
 * modules of Node always with `node:`), or nowhere that anybody knows.
 */
export type Resolution = { file: string } | { package: string } | { unresolved: true };

/** Resolves imports as bundlers, Node and Deno do between them, over the files of a project. */
export interface ModuleResolver {
  resolve(fromFile: string, specifier: string): Resolution;
  /** Does a file hold classes that build on others than it did when somebody asked for heirs? */
  isStale(file: string): boolean;
}

/**
 * A resolver over a set of files. It never changes: make another when the set changes, or the content of a file that
 * `isManifest` names. That is cheap, because configuration is read when the first import needs it.
 */
export function createResolver(workspace: Pick<Workspace, 'read' | 'stat'>, files: readonly string[]): ModuleResolver {
  return new Resolver(workspace, files);
}

const unresolved: Resolution = { unresolved: true };
const typescriptConfigs = ['tsconfig.json', 'jsconfig.json'];
/** Where nothing says what an alias means, people mean these folders. */
const guesses: readonly { prefix: string; folders: readonly string[] }[] = [
  { prefix: '@/', folders: ['src', '', 'client/src', 'app'] },
  { prefix: '~/', folders: ['app', 'src', ''] },
  { prefix: '~~/', folders: [''] },
  { prefix: '@@/', folders: [''] },
  { prefix: '$lib/', folders: ['src/lib'] },
  // Nuxt's own, which only settings that it generates would say. https://nuxt.com/docs/4.x/api/advanced/aliases
  { prefix: '#server/', folders: ['server'] },
  { prefix: '#shared/', folders: ['shared'] },
];

class Resolver implements ModuleResolver {
  private readonly files: FileSet;
  private readonly cache = new Map<string, Map<string, Resolution>>();
  private readonly manifests = new Map<string, JsonRecord>();
  private readonly aliasReader: AliasReader;
  private readonly aliasesOf = new Map<string, PathAliases[]>();
  private readonly bundled = new Map<string, PathAliases>();
  private readonly importMaps = new Map<string, { folder: string; imports: JsonRecord } | undefined>();
  private packages: Map<string, string> | undefined;
  private readonly shared = new Map<string, string[]>();
  private heirs: Heirs | undefined;

  constructor(
    private readonly workspace: Pick<Workspace, 'read' | 'stat'>,
    private readonly list: readonly string[],
  ) {
    this.files = new FileSet(list);
    this.aliasReader = new AliasReader(
      this.files,
      (file) => workspace.read(file),
      (name) => this.packageFolder(name),
    );
  }

  resolve(fromFile: string, specifier: string): Resolution {
    // Everything that decides (the folder, its configuration, its package) is the same for all files of a folder.
    const folder = folderOf(fromFile);
    let known = this.cache.get(folder);
    if (!known) this.cache.set(folder, (known = new Map()));
    let resolution = known.get(specifier);
    if (!resolution) known.set(specifier, (resolution = this.work(folder, specifier)));
    return resolution;
  }

  private work(folder: string, written: string): Resolution {
    // Bundlers take a query (`./worker?url`); for Deno's addresses it is handled with them.
    const specifier = /^[./@~]/.test(written) ? written.replace(/\?.*$/, '') : written;
    if (specifier === '') return unresolved;
    const numbered = /^auto-imports:(\d+)$/.exec(specifier);
    if (numbered) return this.autoImports(folder, Number(numbered[1]));
    const among = /^files-in:(\d+):(.+)$/.exec(specifier);
    if (among) return this.fileIn(join(folder, among[2]!), Number(among[1]));
    const heir = /^heirs:(\d+):(.+)$/.exec(specifier);
    if (heir) return this.heirOf(heir[2]!, Number(heir[1]));
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return this.file(join(folder, specifier)) ?? unresolved;
    if (specifier.startsWith('/')) return this.fromRoots(folder, specifier.slice(1)) ?? unresolved;
    const builtin = builtinOf(specifier);
    if (builtin !== undefined) return { package: builtin };
    const remote = remotePackage(specifier);
    if (remote !== undefined) return { package: remote };
    return (
      this.byImportMap(folder, specifier) ??
      (specifier.startsWith('#') ? this.bySubpathImports(folder, specifier) : undefined) ??
      this.byAliases(folder, specifier) ??
      this.byPackageName(specifier) ??
      this.byGuess(folder, specifier) ??
      (/^(?:[#~]|@\/|@@\/|\$lib\/)/.test(specifier) ? unresolved : { package: specifier })
    );
  }

  isStale(file: string): boolean {
    return this.heirs?.isStale(file, this.workspace.read(file)) === true;
  }

  /** The file at a place among the sources that lie in a folder. */
  private fileIn(folder: string | undefined, index: number): Resolution {
    if (folder === undefined) return unresolved;
    let found = this.shared.get(`in ${folder}`);
    if (!found) {
      found = this.list
        .filter((path) => folderOf(path) === folder && /\.[cm]?[jt]sx?$/.test(path) && !/\.(?:test|spec|d)\.[cm]?[jt]sx?$/.test(path))
        .sort();
      this.shared.set(`in ${folder}`, found);
    }
    return found[index] === undefined ? unresolved : { file: found[index] };
  }

  /** The file at a place among those with classes that build on a name. */
  private heirOf(name: string, index: number): Resolution {
    this.heirs ??= new Heirs(this.list, (file) => this.workspace.read(file));
    const file = this.heirs.of(name)[index];
    return file === undefined ? unresolved : { file };
  }

  /** The file at a place among those whose exports Nitro lets the code of a server use without an import. */
  private autoImports(folder: string, index: number): Resolution {
    for (const { folder: root, file } of this.files.upwards(folder, ['package.json'])) {
      let found = this.shared.get(root);
      if (!found) {
        const { dependencies, devDependencies } = this.manifest(file);
        const uses = ['nuxt', 'nitropack', 'nitro'].some((name) =>
          [dependencies, devDependencies].some((list) => typeof list === 'object' && list !== null && name in list),
        );
        const start = root === '' ? '' : `${root}/`;
        found = uses
          ? this.list
              .filter(
                (path) =>
                  path.startsWith(start) &&
                  /^(?:layers\/[^/]+\/)?(?:src\/)?(?:server|shared)\/utils\/.*\.[cm]?[jt]s$/.test(path.slice(start.length)) &&
                  !/\.(?:test|spec|d)\.[jt]s$/.test(path),
              )
              .sort()
          : [];
        this.shared.set(root, found);
      }
      if (found.length > 0) return found[index] === undefined ? unresolved : { file: found[index] };
    }
    return unresolved;
  }

  private file(path: string | undefined): Resolution | undefined {
    if (path === undefined) return undefined;
    const found = this.files.find(path);
    if (found !== undefined) return { file: found };
    // Data is not listed but it is there all the same.
    return path.endsWith('.json') && this.workspace.stat(path) !== undefined ? { file: path } : undefined;
  }

  /** `/src/main.ts`, as Vite reads it: from the folder of the package. */
  private fromRoots(folder: string, path: string): Resolution | undefined {
    for (const { folder: root } of this.files.upwards(folder, ['package.json'])) {
      const found = this.file(join(root, path));
      if (found) return found;
    }
    return this.file(join('', path));
  }

  private byImportMap(folder: string, specifier: string): Resolution | undefined {
    const map = this.importMap(folder);
    if (!map) return undefined;
    let best: string | undefined;
    for (const key of Object.keys(map.imports)) {
      const matches = key === specifier || (key.endsWith('/') && specifier.startsWith(key));
      if (matches && (best === undefined || key.length > best.length)) best = key;
    }
    const target = best === undefined ? undefined : textMember(map.imports, best);
    // Deno also takes paths below a plain entry: `zod/v4` with "zod": "npm:zod".
    const whole = target === undefined ? textMember(map.imports, packageNameOf(specifier)) : target + specifier.slice(best!.length);
    if (whole === undefined) return undefined;
    const rest = target === undefined ? specifier.slice(packageNameOf(specifier).length) : '';
    if (/^\.{0,2}\//.test(whole)) return this.file(join(map.folder, whole + rest));
    const remote = remotePackage(whole + rest) ?? builtinOf(whole);
    return remote === undefined ? undefined : { package: remote };
  }

  private importMap(folder: string): { folder: string; imports: JsonRecord } | undefined {
    if (this.importMaps.has(folder)) return this.importMaps.get(folder);
    let map: { folder: string; imports: JsonRecord } | undefined;
    for (const name of ['deno.json', 'deno.jsonc', 'import_map.json']) {
      const file = within(folder, name);
      if (!this.files.has(file)) continue;
      const config = readJsonc(this.workspace.read(file));
      const elsewhere = textMember(config, 'importMap');
      const other = elsewhere === undefined ? undefined : join(folder, elsewhere);
      const imports = recordMember(other === undefined ? config : readJsonc(this.workspace.read(other)), 'imports');
      if (Object.keys(imports).length === 0) continue;
      map = { folder: other === undefined ? folder : folderOf(other), imports };
      break;
    }
    if (!map && folder !== '') map = this.importMap(folderOf(folder));
    this.importMaps.set(folder, map);
    return map;
  }

  private bySubpathImports(folder: string, specifier: string): Resolution | undefined {
    for (const { folder: root, file } of this.files.upwards(folder, ['package.json'])) {
      for (const target of importsOf(this.manifest(file), specifier)) {
        if (!target.startsWith('.')) return { package: builtinOf(target) ?? target };
        const found = this.files.findSource(root, target);
        if (found !== undefined) return { file: found };
      }
    }
    return undefined;
  }

  private byAliases(folder: string, specifier: string): Resolution | undefined {
    for (const aliases of this.aliases(folder)) {
      for (const path of aliased(aliases, specifier)) {
        const found = this.file(path);
        if (found) return found;
      }
    }
    return undefined;
  }

  /** Aliases that may apply in a folder, nearest first: an inner configuration often says nothing of them. */
  private aliases(folder: string): PathAliases[] {
    let all = this.aliasesOf.get(folder);
    if (!all) {
      all = [];
      for (const { file } of this.files.upwards(folder, typescriptConfigs)) {
        const aliases = this.aliasReader.of(file);
        if (aliases.patterns.length > 0 || aliases.baseUrl !== undefined) all.push(aliases);
      }
      // Where a compiler says nothing: frameworks write its settings themselves, into folders that nobody keeps.
      for (const { folder: root, file } of this.files.upwards(folder, bundlerConfigs)) {
        let aliases = this.bundled.get(file);
        if (!aliases)
          this.bundled.set(file, (aliases = { patterns: bundlerAliases(this.workspace.read(file) ?? '', root), baseUrl: undefined }));
        if (aliases.patterns.length > 0) all.push(aliases);
      }
      this.aliasesOf.set(folder, all);
    }
    return all;
  }

  private byPackageName(specifier: string): Resolution | undefined {
    const name = packageNameOf(specifier);
    const folder = this.packageFolder(name);
    if (folder === undefined) return undefined;
    const found = entryOf(this.files, folder, this.manifest(within(folder, 'package.json')), specifier.slice(name.length + 1));
    return found === undefined ? undefined : { file: found };
  }

  private packageFolder(name: string): string | undefined {
    if (!this.packages) {
      this.packages = new Map();
      const manifests = this.list.filter((file) => nameOf(file) === 'package.json').sort((a, b) => b.length - a.length);
      // The outermost package of a name is the real one; deeper ones are copies and fixtures.
      for (const file of manifests) {
        const own = textMember(this.manifest(file), 'name');
        if (own !== undefined) this.packages.set(own, folderOf(file));
      }
    }
    return this.packages.get(name);
  }

  private manifest(file: string): JsonRecord {
    let manifest = this.manifests.get(file);
    if (!manifest) this.manifests.set(file, (manifest = readJsonc(this.workspace.read(file))));
    return manifest;
  }

  private byGuess(folder: string, specifier: string): Resolution | undefined {
    const guess = guesses.find(({ prefix }) => specifier.startsWith(prefix));
    if (guess) {
      const rest = specifier.slice(guess.prefix.length);
      for (const around of ancestors(folder)) {
        for (const base of guess.folders) {
          const found = this.file(join(around, `${base}/${rest}`));
          if (found) return found;
        }
      }
      return undefined;
    }
    return this.byUndeclaredPath(folder, specifier);
  }

  /** `src/db/client` and `@shared/schema`, set up in a bundler's configuration: what is no dependency but is a file. */
  private byUndeclaredPath(folder: string, specifier: string): Resolution | undefined {
    if (!specifier.includes('/')) return undefined;
    for (const { folder: root, file } of this.files.upwards(folder, ['package.json'])) {
      const manifest = this.manifest(file);
      const name = packageNameOf(specifier);
      if (
        ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].some(
          (group) => name in recordMember(manifest, group),
        )
      )
        return undefined;
      const path = specifier.replace(/^[@~]/, '');
      const found = this.file(join(root, path)) ?? this.file(join(root, `src/${path}`));
      if (found) return found;
    }
    return undefined;
  }
}
