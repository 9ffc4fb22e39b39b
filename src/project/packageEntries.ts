import { isRecord, recordMember, textMember, type JsonRecord } from './jsonc';
import type { FileSet } from './fileSet';
import { within } from './paths';

/** Conditions of `exports` and `imports`, those that lead to sources first. */
const conditions = ['source', 'development', 'bun', 'deno', 'types', 'import', 'module', 'node', 'default', 'require'];

/** All paths below a target, best conditions first; unknown conditions come last. */
function* leaves(target: unknown): Iterable<string> {
  if (typeof target === 'string') yield target;
  else if (Array.isArray(target)) for (const entry of target) yield* leaves(entry);
  else if (isRecord(target)) {
    for (const condition of conditions) yield* leaves(target[condition]);
    for (const [condition, entry] of Object.entries(target)) if (!conditions.includes(condition)) yield* leaves(entry);
  }
}

/** Targets of a key in `exports` or `imports`: as it is, or by the pattern with the longest text before `*`. */
export function* mapped(map: JsonRecord, key: string): Iterable<string> {
  if (Object.hasOwn(map, key)) {
    yield* leaves(map[key]);
    return;
  }
  const patterns = Object.keys(map)
    .filter((pattern) => pattern.includes('*'))
    .sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const pattern of patterns) {
    const [prefix = '', suffix = ''] = pattern.split('*');
    if (key.length < prefix.length + suffix.length || !key.startsWith(prefix) || !key.endsWith(suffix)) continue;
    const matched = key.slice(prefix.length, key.length - suffix.length);
    for (const leaf of leaves(map[pattern])) yield leaf.replaceAll('*', () => matched);
    return;
  }
}

/** Source file that an import of a workspace package leads to. `subpath` is '' for the package itself, else `a/b`. */
export function entryOf(files: FileSet, folder: string, manifest: JsonRecord, subpath: string): string | undefined {
  const exports = manifest['exports'];
  const hasSubpaths = isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  const targets = hasSubpaths ? mapped(exports, subpath === '' ? '.' : `./${subpath}`) : subpath === '' ? leaves(exports) : [];
  for (const target of targets) {
    const found = files.findSource(folder, target);
    if (found !== undefined) return found;
  }
  if (subpath !== '') return files.find(within(folder, subpath)) ?? files.find(within(folder, `src/${subpath}`));
  for (const key of ['source', 'module', 'main', 'types', 'typings']) {
    const target = textMember(manifest, key);
    const found = target === undefined ? undefined : files.findSource(folder, target);
    if (found !== undefined) return found;
  }
  return files.find(within(folder, 'src/index')) ?? files.find(within(folder, 'src')) ?? files.find(folder === '' ? 'index' : folder);
}

/** What `#name` stands for in a package: targets of its `imports`. */
export function importsOf(manifest: JsonRecord, specifier: string): Iterable<string> {
  return mapped(recordMember(manifest, 'imports'), specifier);
}
