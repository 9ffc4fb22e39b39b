import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { resolve, sep } from 'node:path';
import { isOfInterest, isSkippedFolder } from './filesOfInterest';
import { gitFolderOf, isEnvironmentFile, trackedPaths } from './gitIndex';
import { IgnoreRules, type KnownRules } from './gitignore';
import { folderOf, join, nameOf, within } from './paths';
import { decode, largestAnalysed, tooLarge, whyUnreadable, type Reading } from './readable';
import type { Workspace } from './workspace';

/** Nothing beyond is read at all, lockfiles and dumps included; in bytes. */
const largestRead = 32_000_000;

/** Milliseconds of listing after which others get their turn. */
const turn = 25;

/**
 * A workspace over the file system. Listing leaves out what `.gitignore` files and `isSkippedFolder` leave out, follows
 * no link that leads outside, and lists a file that several links lead to once, under its real path where that is listed.
 * Reading by name takes any path below the root, so that `node_modules` made of links can be asked for versions.
 * Nothing here throws: what can't be read is not there.
 */
export function nodeWorkspace(folder: string): Workspace {
  const root = resolve(folder);
  const absolute = (file: string): string | undefined => {
    const path = join('', file);
    return path === undefined ? undefined : `${root}/${path}`;
  };

  const read = (file: string, largest: number): Reading => {
    const path = absolute(file);
    try {
      const status = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
      // Opening a pipe or a device would wait for ever.
      if (path === undefined || !status?.isFile()) return { skipped: 'missing' };
      if (status.size > largest) return { skipped: tooLarge(status.size) };
      const text = textAt(path);
      return text === undefined ? { skipped: 'not text' } : { text };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      return { skipped: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
    }
  };

  let listing: Listing | undefined;
  const tracked = new Tracked(root);
  return {
    root,
    async list() {
      listing = new Listing(root, listing?.rules);
      const files = await listing.run();
      // What is left out of version control and was committed all the same is part of the project. Of what folders leave out as a whole, built
      // files for the most part, only the settings are asked for.
      const forced = tracked.all(listing.leftOut).filter((file) => !files.includes(file) && isPlainFile(`${root}/${file}`));
      return forced.length === 0 ? files : [...files, ...forced].sort();
    },
    unreadable: () => [...(listing?.unreadable ?? [])].sort(),
    read(file) {
      const reading = read(file, largestRead);
      return 'text' in reading ? reading.text : undefined;
    },
    readWithReason(file) {
      const reading = read(file, largestAnalysed);
      if ('skipped' in reading) return reading;
      const reason = whyUnreadable(reading.text);
      return reason === undefined ? reading : { skipped: reason };
    },
    tracked: (file) => tracked.has(file),
    isPartOfRepository: () => (repositoryAround(root)?.down ?? '') !== '',
    stat(file) {
      const path = absolute(file);
      try {
        // Most of what is asked for is not there, and telling so by an error takes ten times as long.
        const status = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
        return status && { size: status.size, mtimeMs: status.mtimeMs };
      } catch {
        return undefined;
      }
    },
  };
}

/** Files with settings of the environment that the repository around a folder holds, and others that are asked for, read again when its index is another one. */
class Tracked {
  private state: { time: number; size: number; asked: string; files: ReadonlySet<string> | undefined } | undefined;
  /** What is asked for besides. */
  private others: ReadonlySet<string> = new Set();

  constructor(private readonly root: string) {}

  /** Undefined without a repository, and when its index is in a form that is not read. */
  has(file: string): boolean | undefined {
    return isEnvironmentFile(file) ? this.files()?.has(file) : undefined;
  }

  /** Those with settings, and those of others that it holds. */
  all(others: ReadonlySet<string>): string[] {
    this.others = others;
    return [...(this.files() ?? [])];
  }

  private files(): ReadonlySet<string> | undefined {
    const place = repositoryAround(this.root);
    if (!place) return undefined;
    try {
      const { mtimeMs, size } = statSync(place.index);
      const asked = [...this.others].join('\0');
      if (this.state?.time !== mtimeMs || this.state.size !== size || this.state.asked !== asked) {
        const { down } = place;
        const isAsked = (path: string): boolean =>
          path.startsWith(down) && (isEnvironmentFile(path) || this.others.has(path.slice(down.length)));
        const paths = size > largestIndex ? undefined : trackedPaths(readFileSync(place.index), isAsked);
        this.state = { time: mtimeMs, size, asked, files: paths && new Set(paths.map((path) => path.slice(down.length))) };
      }
      return this.state.files;
    } catch (error) {
      // A repository in which nothing was added yet has no index.
      const isNew = error instanceof Error && 'code' in error && error.code === 'ENOENT' && exists(`${place.folder}/HEAD`);
      return isNew ? new Set() : undefined;
    }
  }
}

/** Larger than the index of any repository that people edit as a whole; in bytes. */
const largestIndex = 100_000_000;

/** The index of the repository that a folder lies in, and the way down to the folder, '' or ending in a slash. */
function repositoryAround(root: string): { folder: string; index: string; down: string } | undefined {
  let folder = root.split(sep).join('/');
  let down = '';
  while (!exists(`${folder}/.git`)) {
    down = `${nameOf(folder)}/${down}`;
    folder = folderOf(folder);
    if (folder === '') return undefined;
  }
  let inside = `${folder}/.git`;
  if (isPlainFile(inside)) {
    const target = gitFolderOf(textOf(inside));
    if (target === undefined) return undefined;
    inside = resolve(folder, target);
  }
  return { folder: inside, index: `${inside}/index`, down };
}

function isPlainFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** One walk over the tree. */
class Listing {
  readonly unreadable = new Set<string>();
  /** Files of interest that are left out by themselves, and not with the folder that they are in. */
  readonly leftOut = new Set<string>();
  private readonly files: string[] = [];
  private readonly links: { path: string; rules: IgnoreRules }[] = [];
  private since = performance.now();
  /** The `.gitignore` files that were met. */
  readonly rules: KnownRules = new Map();

  /** `known` are the rules of the walk before. */
  constructor(
    private readonly root: string,
    private readonly known: KnownRules = new Map(),
  ) {}

  async run(): Promise<string[]> {
    await this.visit('', rulesAround(this.root, IgnoreRules.remembering(this.known, this.rules)));
    // Links come last, so that files are listed under their real paths.
    const listed = new Set(this.files);
    const entered = new Set<string>();
    for (let link = this.links.shift(); link; link = this.links.shift()) await this.follow(link, listed, entered);
    return this.files.sort();
  }

  private async visit(dir: string, around: IgnoreRules): Promise<void> {
    if (performance.now() - this.since > turn) {
      await new Promise((done) => setImmediate(done));
      this.since = performance.now();
    }
    let entries: Dirent[];
    try {
      entries = readdirSync(within(this.root, dir), { withFileTypes: true });
    } catch (error) {
      // What is gone by now is not missed.
      if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) this.unreadable.add(dir);
      return;
    }
    const prefix = dir === '' ? '' : `${dir}/`;
    let rules = around;
    let besideManifest = dir === '';
    for (const { name } of entries) {
      if (name === 'package.json' || name === 'deno.json') besideManifest = true;
      if (name === '.gitignore') rules = around.with(prefix, textOf(`${this.root}/${prefix}.gitignore`));
    }
    for (const entry of entries) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name, besideManifest) && !rules.ignores(`${path}/`)) await this.visit(path, rules);
      } else if (entry.isFile()) {
        if (isOfInterest(path)) {
          if (rules.ignores(path)) this.leftOut.add(path);
          else this.files.push(path);
        }
      } else if (entry.isSymbolicLink() && !isSkippedFolder(entry.name, besideManifest)) this.links.push({ path, rules });
    }
  }

  private async follow({ path, rules }: { path: string; rules: IgnoreRules }, listed: Set<string>, entered: Set<string>): Promise<void> {
    if (rules.ignores(path)) return;
    try {
      const real = realpathSync(`${this.root}/${path}`);
      const top = realpathSync(this.root) + sep;
      if (!real.startsWith(top)) return;
      const target = real.slice(top.length).split(sep).join('/');
      if (target.split('/').some((part) => isSkippedFolder(part, false)) || entered.has(target)) return;
      entered.add(target);
      const status = statSync(real);
      if (status.isFile()) {
        if (isOfInterest(path) && !listed.has(target)) this.files.push(path);
      } else if (status.isDirectory() && !this.isListed(target, path)) await this.visit(path, rules);
    } catch {
      // The link leads nowhere.
    }
  }

  /** Was the folder walked under its real name, or is it one around the link? */
  private isListed(target: string, link: string): boolean {
    return `${link}/`.startsWith(`${target}/`) || this.files.some((file) => file.startsWith(`${target}/`));
  }
}

/** Rules of the folders around the root, as far as the repository reaches; none when they leave out the root itself. */
function rulesAround(root: string, none: IgnoreRules): IgnoreRules {
  const found: { down: string; text: string }[] = [];
  let folder = root.split(sep).join('/');
  let down = '';
  while (!exists(`${folder}/.git`)) {
    down = `${nameOf(folder)}/${down}`;
    folder = folderOf(folder);
    if (folder === '') return none;
    found.push({ down, text: textOf(`${folder}/.gitignore`) });
  }
  let rules = none;
  for (const { down: way, text } of found.reverse()) if (text !== '') rules = rules.withOuter(way, text);
  return rules.ignores('') ? none : rules;
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Most files are plain UTF-8, which is read in one step; undefined for binary content. */
function textAt(path: string): string | undefined {
  const text = readFileSync(path, 'utf8');
  const first = text.charCodeAt(0);
  return first === 0xfeff || first === 0xfffd || text.includes('\u0000') ? decode(readFileSync(path)) : text;
}

function textOf(path: string): string {
  try {
    return decode(readFileSync(path)) ?? '';
  } catch {
    return '';
  }
}
