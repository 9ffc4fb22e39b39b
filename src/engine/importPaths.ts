import type { FileFacts } from '../model/facts';
import { folderOf, relativeTo } from '../project/paths';
import { namesOf, type FileNames } from '../syntax/fileNames';
import type { ActionHost } from './actions';

/** What the idioms of a project are read from. */
export type IdiomHost = Pick<ActionHost, 'files' | 'model' | 'tree' | 'tables' | 'silent'>;

const namesKept = new WeakMap<FileFacts, FileNames>();
const noNames: FileNames = { imports: new Map(), declared: new Set(), modules: [] };

/** Names at the top level of a file as it was last analysed; none if it could not be. */
export function fileNames(file: string, host: IdiomHost): FileNames {
  const facts = host.model.peek(file);
  if (!facts) return noNames;
  let names = namesKept.get(facts);
  if (!names) {
    const tree = host.files.tree(file);
    namesKept.set(facts, (names = tree ? namesOf(tree) : noNames));
  }
  return names;
}

const extension = /\.[cm]?[jt]sx?$/;

/**
 * How an import of `target` is written in `file`: as the file or its neighbours import it already, by the alias that they use
 * for files elsewhere, or relative with the extension that their imports have.
 */
export function importPath(file: string, target: string, host: IdiomHost): string {
  const reaches = (specifier: string): boolean => {
    const resolved = host.files.resolve(file, specifier);
    return 'file' in resolved && resolved.file === target;
  };
  const present = ownImports(file, host).find((entry) => entry.target === target);
  if (present) return present.specifier;
  const neighbours = neighboursOf(file, host);
  const used = mostFrequent(
    neighbours
      .flatMap((other) => importsIn(other, host))
      .filter((entry) => entry.target === target && !entry.specifier.startsWith('.'))
      .map(({ specifier }) => specifier)
      .filter(reaches),
  );
  if (used !== undefined && (packageOf(file, host) !== packageOf(target, host) || prefersAlias(file, neighbours, host))) return used;
  if (prefersAlias(file, neighbours, host)) {
    const alias = aliasFor(file, target, neighbours, host, reaches);
    if (alias !== undefined) return alias;
  }
  return relativeImport(file, target, extensionsOf(file, neighbours, host));
}

/** Can code in `file` import `target` at all? Edge functions and other packages are worlds of their own. */
export function isImportable(file: string, target: string, host: IdiomHost): boolean {
  if (file === target) return true;
  if (isEdge(file) !== isEdge(target)) return false;
  if (packageOf(file, host) === packageOf(target, host)) return true;
  return !importPath(file, target, host).startsWith('.');
}

/** Relative path of an import. Without an extension, `index` files are named by their folder. */
export function relativeImport(from: string, to: string, written: 'none' | 'as-is' | 'js' = 'none'): string {
  const bare = to.replace(extension, '');
  const name = written === 'none' ? bare.replace(/\/index$/, '') : written === 'as-is' ? to : to.replace(/([cm]?)[jt]sx?$/, '$1js');
  const path = relativeTo(folderOf(from), name);
  // A module in the folder that the file itself stands in: `..` and `.` name its index.
  return path.startsWith('.') ? path : `./${path}`;
}

function isEdge(file: string): boolean {
  return /(^|\/)supabase\/functions\//.test(file);
}

function packageOf(file: string, host: IdiomHost): string {
  return host.files.context(file).packageDir;
}

/** Imports of project files in the file at hand, all of them. */
function ownImports(file: string, host: IdiomHost): { specifier: string; target: string }[] {
  return fileNames(file, host).modules.flatMap((specifier) => {
    const resolved = host.files.resolve(file, specifier);
    return 'file' in resolved ? [{ specifier, target: resolved.file }] : [];
  });
}

/** Imports of project files that the analysis of another file followed. */
function importsIn(file: string, host: IdiomHost): { specifier: string; target: string }[] {
  return Object.entries(host.model.peek(file)?.resolved ?? {}).flatMap(([specifier, target]) =>
    target === '' || target.startsWith('package:') || /^(?:auto-imports|heirs|files-in):/.test(specifier) ? [] : [{ specifier, target }],
  );
}

/** Other files of the same package, those of the same folder first. */
function neighboursOf(file: string, host: IdiomHost): string[] {
  const own = packageOf(file, host);
  const folder = folderOf(file);
  const all = host.model
    .files()
    .map((facts) => facts.file)
    .filter((other) => other !== file && isEdge(other) === isEdge(file) && packageOf(other, host) === own);
  return [...all.filter((other) => folderOf(other) === folder), ...all.filter((other) => folderOf(other) !== folder)];
}

/** The first group of imports that says anything: the file's own, then those of its folder, then those of its package. */
function speaking(
  file: string,
  neighbours: readonly string[],
  host: IdiomHost,
  says: (entry: { specifier: string; target: string }) => boolean,
): { specifier: string; target: string }[] {
  const folder = folderOf(file);
  const groups = [
    () => ownImports(file, host),
    () => neighbours.filter((other) => folderOf(other) === folder).flatMap((other) => importsIn(other, host)),
    () => neighbours.flatMap((other) => importsIn(other, host)),
  ];
  for (const group of groups) {
    const found = group().filter(says);
    if (found.length > 0) return found;
  }
  return [];
}

function prefersAlias(file: string, neighbours: readonly string[], host: IdiomHost): boolean {
  // `./sibling` is written like that in projects with aliases too.
  const imports = speaking(file, neighbours, host, ({ specifier }) => !specifier.startsWith('./'));
  return imports.filter(({ specifier }) => !specifier.startsWith('.')).length * 2 > imports.length;
}

/** What an alias stands for is read off imports that use it: `@/lib/db` led to `src/lib/db.ts`. */
function aliasFor(
  file: string,
  target: string,
  neighbours: readonly string[],
  host: IdiomHost,
  reaches: (specifier: string) => boolean,
): string | undefined {
  const bareTarget = target.replace(extension, '');
  for (const { specifier, target: known } of [...ownImports(file, host), ...neighbours.flatMap((other) => importsIn(other, host))]) {
    if (specifier.startsWith('.')) continue;
    const ending = extension.exec(specifier)?.[0] ?? '';
    const from = specifier.slice(0, specifier.length - ending.length);
    const to = known.replace(extension, '').replace(from.endsWith('/index') ? /$^/ : /\/index$/, '');
    let common = 0;
    while (common < from.length && common < to.length && from[from.length - 1 - common] === to[to.length - 1 - common]) common++;
    const slash = from.indexOf('/', from.length - common - 1);
    if (slash < 0) continue;
    const prefix = from.slice(0, slash + 1);
    const folder = to.slice(0, to.length - (from.length - slash - 1));
    if (!bareTarget.startsWith(folder)) continue;
    const rest = bareTarget.slice(folder.length);
    for (const candidate of [prefix + rest.replace(/\/index$/, '') + ending, prefix + rest + ending])
      if (reaches(candidate)) return candidate;
  }
  return undefined;
}

function extensionsOf(file: string, neighbours: readonly string[], host: IdiomHost): 'none' | 'as-is' | 'js' {
  const relative = speaking(file, neighbours, host, ({ specifier, target }) => specifier.startsWith('.') && !target.endsWith('.json'));
  const written = relative.filter(({ specifier }) => extension.test(specifier));
  if (relative.length === 0) return isEdge(file) || /\.mjs$/.test(file) ? 'as-is' : 'none';
  if (written.length * 2 <= relative.length) return 'none';
  return written.every(({ specifier, target }) => target.endsWith(extension.exec(specifier)![0])) ? 'as-is' : 'js';
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
