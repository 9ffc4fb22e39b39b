/**
 * Readers of lockfiles. They answer for the direct dependencies of manifests only and read no more of the text than
 * that takes: lockfiles reach tens of thousands of lines.
 */

/** What a lockfile says. */
export interface Lockfile {
  /**
   * Version that a package uses of a dependency; undefined when the lockfile does not know or it is not a version (a link).
   * `importer` is the package's folder seen from the lockfile's, '' for the same; `range` as in the manifest.
   */
  version(importer: string, name: string, range: string): string | undefined;
}

const readers: Record<string, (text: string) => Lockfile> = {
  'npm-shrinkwrap.json': readNpm,
  'package-lock.json': readNpm,
  'pnpm-lock.yaml': readPnpm,
  'yarn.lock': readYarn,
  'bun.lock': readBun,
};

/** Names of the lockfiles that can be read; where a folder holds several, earlier ones are asked first. */
export const lockfileNames: readonly string[] = Object.keys(readers);

/** Reads a lockfile by its name. Broken text gives one that knows nothing; nothing throws. */
export function readLockfile(name: string, text: string): Lockfile {
  return readers[name]?.(text) ?? { version: () => undefined };
}

const plainVersion = /^\d+\.\d+\.\d+/;

function versionOnly(text: unknown): string | undefined {
  return typeof text === 'string' && plainVersion.test(text) ? text : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** npm's, in the layouts 1 (`dependencies`) to 3 (`packages` by place). */
function readNpm(text: string): Lockfile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    data = undefined;
  }
  const packages = member(data, 'packages');
  const dependencies = member(data, 'dependencies');
  // Only versions are kept: the parsed lockfile would hold on to megabytes.
  const versions = new Map<string, string>();
  for (const [place, entry] of Object.entries(isRecord(packages) ? packages : {})) {
    const version = versionOnly(member(entry, 'version'));
    if (version !== undefined && place.lastIndexOf('node_modules/') === place.indexOf('node_modules/')) versions.set(place, version);
  }
  for (const [name, entry] of Object.entries(isRecord(dependencies) ? dependencies : {})) {
    // An alias has the version `npm:name@1.2.3`.
    const written = member(entry, 'version');
    const version = versionOnly(typeof written === 'string' ? written.replace(/^npm:.*@/, '') : undefined);
    if (version !== undefined && !versions.has(`node_modules/${name}`)) versions.set(`node_modules/${name}`, version);
  }
  return {
    version(importer, name) {
      for (let folder = importer; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), 0))) {
        const version = versions.get(folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
        if (version !== undefined || folder === '') return version;
      }
    },
  };
}

function unquote(text: string): string {
  return /^(['"]).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** `version` as pnpm writes it: with peers in parentheses or after an underscore, or as the package an alias stands for. */
function pnpmVersion(written: string): string | undefined {
  const plain = unquote(written).replace(/[(_].*$/, '');
  return versionOnly(plain) ?? versionOnly(/^.+[@/](\d[^@/]*)$/.exec(plain)?.[1]);
}

/**
 * pnpm's, layouts 5 to 9. Only the part before `packages:` is read, line by line. There, importers (or, without
 * workspaces, the top level) hold groups, groups hold dependencies, and these hold a version or a specifier and a version.
 */
function readPnpm(text: string): Lockfile {
  const versions = new Map<string, string>();
  const groups = new Set(['dependencies', 'devDependencies', 'optionalDependencies']);
  let section = '';
  let importer = '';
  let group = '';
  let name = '';
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const match = /^( *)((?:'[^']*'|"[^"]*"|[^:'"#])[^:]*?):(?: +(.*?))?\s*$/.exec(text.slice(start, end));
    start = end + 1;
    if (!match) continue;
    const indent = match[1]!.length;
    const key = unquote(match[2]!);
    const value = match[3] ?? '';
    if (indent === 0) {
      if (key === 'packages' || key === 'snapshots') break;
      section = key;
      importer = '';
      group = groups.has(key) ? key : '';
      continue;
    }
    const depth = indent / 2 - (section === 'importers' ? 2 : 0);
    if (section === 'importers' && indent === 2) importer = key === '.' ? '' : key;
    else if (section === 'importers' && indent === 4) group = groups.has(key) ? key : '';
    else if (group !== '' && depth === 1) {
      name = key;
      const version = value === '' ? undefined : pnpmVersion(value);
      if (version !== undefined) versions.set(`${importer}\n${name}`, version);
    } else if (group !== '' && depth === 2 && key === 'version') {
      const version = pnpmVersion(value);
      if (version !== undefined) versions.set(`${importer}\n${name}`, version);
    }
  }
  return { version: (folder, dependency) => versions.get(`${folder}\n${dependency}`) };
}

/** Yarn's, classic and berry: blocks headed by the descriptors they answer, `name@range`, several joined by commas. */
function readYarn(text: string): Lockfile {
  const byDescriptor = new Map<string, string>();
  const byName = new Map<string, Set<string>>();
  const block = /^("?[^\s#][^\n]*):\r?\n {2}version:? "?([^"\s]+)"?/gm;
  for (const [, head = '', written = ''] of text.matchAll(block)) {
    const version = versionOnly(written);
    // Members of a berry workspace have the version 0.0.0-use.local.
    if (version === undefined || version.startsWith('0.0.0-use')) continue;
    for (const part of head.split(/, ?/)) {
      const descriptor = part.replaceAll('"', '');
      const name = descriptor.slice(0, descriptor.indexOf('@', 1));
      byDescriptor.set(descriptor, version);
      const known = byName.get(name);
      if (known) known.add(version);
      else byName.set(name, new Set([version]));
    }
  }
  return {
    version(_importer, name, range) {
      const version = byDescriptor.get(`${name}@${range}`) ?? byDescriptor.get(`${name}@npm:${range}`);
      if (version !== undefined) return version;
      // Resolutions and catalogs change the range; a single version leaves no doubt all the same.
      const all = byName.get(name);
      return all?.size === 1 ? [...all][0] : undefined;
    },
  };
}

/** Bun's text lockfile: one line per package, headed by its place (`name`, or `package/name` where versions differ). */
function readBun(text: string): Lockfile {
  const versions = new Map<string, string>();
  for (const [, place = '', resolved = ''] of text.matchAll(/^\s+"([^"\n]+)": \["([^"\n]+)"/gm)) {
    const version = versionOnly(/^.+@([^@]+)$/.exec(resolved)?.[1]);
    if (version !== undefined) versions.set(place, version);
  }
  const names = new Map<string, string>();
  const workspaces = /"workspaces":\s*\{([\s\S]*?)^ {2}\},?$/m.exec(text)?.[1] ?? '';
  for (const [, folder = '', name = ''] of workspaces.matchAll(/^ {4}"([^"\n]*)": \{\s*"name": "([^"\n]+)"/gm)) names.set(folder, name);
  return { version: (importer, name) => versions.get(`${names.get(importer) ?? importer}/${name}`) ?? versions.get(name) };
}
