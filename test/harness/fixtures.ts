import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readMarkers, type Markers } from './markers';
import { withManifest, type Files } from './project';
import { hasMarkers, withoutLineMarkers, withoutMarkers } from './strip';

/** One source of a fixture. */
export interface FixtureFile {
  /** Path in the fixture's project. */
  file: string;
  text: string;
  markers: Markers;
  /** Where the result of fixing it is kept, whether or not that exists yet. */
  golden: string;
}

/** A project made from one file or one folder. */
export interface Fixture {
  /** Name of the file or folder. */
  name: string;
  sources: FixtureFile[];
  /** All files of the project, the manifest included. */
  files: Files;
  /** The same without the comments that are for the harness. */
  plainFiles: Files;
  /** Folder that keeps what a fix does to files other than the sources that have a golden. */
  goldenFolder: string;
}

/** Does a name say that what it is of is compared with what fixes write? */
export const isGolden = (name: string): boolean => /\.fixed(\.\w+)?$/.test(name);

/** `src/orders.ts` is `src/orders.fixed.ts`, `Dockerfile` is `Dockerfile.fixed`. */
export function goldenOf(file: string): string {
  return /\.\w+$/.test(file) ? file.replace(/(\.\w+)$/, '.fixed$1') : `${file}.fixed`;
}

/** Reads the fixtures of a folder, sorted by name: every file that is no golden, and every folder. */
export function loadFixtures(folder: string): Fixture[] {
  return readdirSync(folder)
    .filter((name) => !isGolden(name))
    .sort()
    .map((name) => (statSync(path.join(folder, name)).isDirectory() ? loadFolder(folder, name) : loadFile(folder, name)));
}

function loadFile(folder: string, name: string): Fixture {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const markers = readMarkers(text);
  const file = markers.file ?? (name.endsWith('.sql') ? `supabase/migrations/20250101000000_${name}` : `src/${name}`);
  return assemble(folder, name, [{ file, text, markers, golden: path.join(folder, goldenOf(name)) }], {});
}

function loadFolder(folder: string, name: string): Fixture {
  const files = readFolder(path.join(folder, name));
  const sources = Object.entries(files)
    .filter(([file, text]) => !file.endsWith('.json') || hasMarkers(text))
    .map(([file, text]) => ({ file, text, markers: readMarkers(text), golden: path.join(folder, name, goldenOf(file)) }));
  return assemble(folder, name, sources, files);
}

function assemble(folder: string, name: string, sources: FixtureFile[], others: Files): Fixture {
  const versions = Object.assign({}, ...sources.map(({ markers }) => markers.packages)) as Record<string, string>;
  const own = (text: (source: FixtureFile) => string) => Object.fromEntries(sources.map((source) => [source.file, text(source)]));
  return {
    name,
    sources,
    // Manifests are read as strict JSON: what is for the harness goes, and lines stay where they are.
    files: withManifest({ ...others, ...own(({ file, text }) => (file.endsWith('.json') ? withoutLineMarkers(text) : text)) }, versions),
    plainFiles: withManifest({ ...others, ...own(({ text }) => withoutMarkers(text)) }, versions),
    goldenFolder: path.join(folder, `${name.replace(/\.\w+$/, '')}.fixed`),
  };
}

/**
 * Reads a folder as a project; goldens are left out. A name that starts with `_.` stands for a hidden file that must not
 * act on this repository, `_.gitignore` for one.
 */
export function readFolder(folder: string): Files {
  if (!existsSync(folder)) return {};
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || isGolden(entry.name)) continue;
    const onDisk = path.join(entry.parentPath, entry.name);
    const file = path.relative(folder, onDisk).split(path.sep).join('/');
    files[file.replace(/(^|\/)_\./g, '$1.')] = readFileSync(onDisk, 'utf8');
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
