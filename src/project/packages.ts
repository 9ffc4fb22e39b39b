import type { PackageInfo } from '../model/check';
import { lockfileNames, readLockfile, type Lockfile } from './lockfiles';
import { ancestors, folderOf, join, nameOf, relativeTo, within } from './paths';
import { minimumOf, unknownVersion } from './versions';
import type { Workspace } from './workspace';

export { majorOf, minimumOf } from './versions';

interface Manifest {
  name?: string;
  /** Dependency → range, in all groups; the one that counts when a name is in several. */
  ranges: Record<string, string>;
  scripts: Record<string, string>;
  packageManager?: string;
  broken: boolean;
}

/** Parsed texts of one workspace, so that a new `Packages` for a new list of files costs no parse. */
interface Parsed {
  manifests: Map<string, { text: string; manifest: Manifest }>;
  lockfiles: Map<string, { text: string; lockfile: Lockfile }>;
}

const parsedOf = new WeakMap<Workspace, Parsed>();

/**
 * The packages of a project by folder. A `package.json` without a name and dependencies only sets the module format
 * and is no package; one without dependencies is judged by those of the package around it, which is what it can import.
 */
export class Packages {
  private readonly infos = new Map<string, PackageInfo>();
  private readonly nearest = new Map<string, PackageInfo | undefined>();
  private readonly lockfiles = new Map<string, string[]>();
  private readonly manifests = new Map<string, Manifest>();
  private readonly ranked = new Map<string, string[]>();
  private readonly read = new Map<string, Lockfile>();
  private readonly parsed: Parsed;

  /** Reads manifests and lockfiles among `files`, and manifests of installed packages where no lockfile answers. */
  constructor(
    private readonly workspace: Workspace,
    files: readonly string[],
  ) {
    this.parsed = parsedOf.get(workspace) ?? { manifests: new Map(), lockfiles: new Map() };
    parsedOf.set(workspace, this.parsed);
    const folders: string[] = [];
    for (const file of files) {
      const folder = folderOf(file);
      const name = folder === '' ? file : file.slice(folder.length + 1);
      if (name === 'package.json') folders.push(folder);
      else if (lockfileNames.includes(name)) this.lockfiles.set(folder, [...(this.lockfiles.get(folder) ?? []), name]);
    }
    // Outer packages first: inner ones may take over their dependencies.
    for (const folder of folders.sort((a, b) => a.length - b.length)) this.add(folder);
    this.read.clear();
  }

  /** The package around a file; undefined when no manifest is. */
  of(file: string): PackageInfo | undefined {
    return this.around(folderOf(file));
  }

  /** All packages, outer ones first. */
  all(): PackageInfo[] {
    return [...this.infos.values()];
  }

  private around(folder: string): PackageInfo | undefined {
    if (this.nearest.has(folder)) return this.nearest.get(folder);
    const info = this.infos.get(folder) ?? (folder === '' ? undefined : this.around(folderOf(folder)));
    this.nearest.set(folder, info);
    return info;
  }

  private add(folder: string): void {
    const manifest = this.manifest(within(folder, 'package.json'));
    const names = Object.keys(manifest.ranges);
    const isMarker = names.length === 0 && manifest.name === undefined && Object.keys(manifest.scripts).length === 0 && !manifest.broken;
    if (isMarker && folder !== '') return;
    this.manifests.set(folder, manifest);
    const outer =
      names.length === 0 && !manifest.broken
        ? ancestors(folder)
            .slice(1)
            .map((around) => this.infos.get(around))
            .find((info) => info !== undefined)
        : undefined;
    this.infos.set(folder, {
      dir: folder,
      ...(manifest.name !== undefined ? { name: manifest.name } : {}),
      dependencies: outer
        ? { ...outer.dependencies }
        : Object.fromEntries(names.map((name) => [name, this.version(folder, name, manifest.ranges[name]!)])),
      scripts: manifest.scripts,
      ...(manifest.broken ? { broken: true } : {}),
    });
  }

  private version(folder: string, name: string, range: string): string {
    // Members of the same workspace and folders on disk have no version that anybody published.
    if (/^(?:workspace|file|link|portal):/.test(range)) return unknownVersion;
    for (const around of ancestors(folder)) {
      for (const lockfile of this.lockfilesIn(around)) {
        const importer = relativeTo(around, folder);
        const version = lockfile.version(importer === '.' ? '' : importer, name, range);
        if (version !== undefined) return version;
      }
    }
    return this.installed(folder, name) ?? minimumOf(range);
  }

  private installed(folder: string, name: string): string | undefined {
    const place = join('node_modules', name);
    if (place?.startsWith('node_modules/') !== true) return undefined;
    for (const around of ancestors(folder)) {
      const text = this.workspace.read(within(around, `${place}/package.json`));
      const version = text === undefined ? undefined : /"version"\s*:\s*"(\d+\.\d+\.\d+[^"]*)"/.exec(text)?.[1];
      if (version !== undefined) return version;
    }
    return undefined;
  }

  /** Lockfiles of a folder, the one of the tool in use first; each is read when it is asked. */
  private *lockfilesIn(folder: string): Iterable<Lockfile> {
    const present = this.lockfiles.get(folder);
    if (!present) return;
    for (const file of this.ranked.get(folder) ?? this.rank(folder, present)) {
      let lockfile = this.read.get(file);
      if (!lockfile) this.read.set(file, (lockfile = this.lockfile(file)));
      yield lockfile;
    }
  }

  private rank(folder: string, present: readonly string[]): string[] {
    const tool = this.manifests.get(folder)?.packageManager?.split('@')[0];
    const rank = (name: string): number =>
      tool !== undefined && name.startsWith(tool === 'npm' ? 'package-lock' : tool) ? -1 : lockfileNames.indexOf(name);
    const files = [...present].sort((a, b) => rank(a) - rank(b)).map((name) => within(folder, name));
    this.ranked.set(folder, files);
    return files;
  }

  /** Comparing texts of megabytes takes its time: once per file, not once per dependency. */
  private lockfile(file: string): Lockfile {
    const text = this.workspace.read(file) ?? '';
    const known = this.parsed.lockfiles.get(file);
    if (known?.text === text) return known.lockfile;
    const lockfile = readLockfile(nameOf(file), text);
    this.parsed.lockfiles.set(file, { text, lockfile });
    return lockfile;
  }

  private manifest(file: string): Manifest {
    const text = this.workspace.read(file) ?? '';
    const known = this.parsed.manifests.get(file);
    if (known?.text === text) return known.manifest;
    const manifest = readManifest(text);
    this.parsed.manifests.set(file, { text, manifest });
    return manifest;
  }
}

function readManifest(text: string): Manifest {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    data = undefined;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { ranges: {}, scripts: {}, broken: true };
  const { name, packageManager, scripts, dependencies, devDependencies, peerDependencies, optionalDependencies } = data as Record<
    string,
    unknown
  >;
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof packageManager === 'string' ? { packageManager } : {}),
    ranges: { ...strings(peerDependencies), ...strings(optionalDependencies), ...strings(devDependencies), ...strings(dependencies) },
    scripts: strings(scripts),
    broken: false,
  };
}

function strings(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
