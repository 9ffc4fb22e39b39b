import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './progress';

/** The parts of package.json that packaging reads. */
interface Manifest extends Record<string, unknown> {
  name: string;
  version: string;
  engines: Record<string, string>;
}

/** A package file on disk. */
export interface PackageFile {
  path: string;
  bytes: number;
}

/** Keys of package.json that concern the command, in the order they are written. */
const commandKeys = ['name', 'version', 'description', 'keywords', 'homepage', 'bugs', 'repository', 'license', 'author', 'bin'];

/** What the npm package holds besides its package.json; the extension and its pictures stay out. */
const commandFiles = [
  'dist/cli.js',
  'dist/repeat.js',
  'dist/commandLine.js',
  'dist/mcp.js',
  'dist/typescript.js',
  'dist/tsMorph.js',
  'dist/THIRD_PARTY_NOTICES.txt',
  'docs/rules',
  'docs/checks',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];

async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
}

async function isPresent(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Path of the VSIX that {@link packageExtension} writes. */
export async function extensionFile(): Promise<string> {
  const { name, version } = await readManifest();
  return path.resolve(`${name}-${version}.vsix`);
}

/** Packs what `dist/` holds into a VSIX; `.vscodeignore` says what goes in. Throws when vsce refuses. */
export async function packageExtension(): Promise<PackageFile> {
  const file = await extensionFile();
  const { repository } = await readManifest();
  const flags = repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
  await run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', file, ...flags], {
    // The bundles were just built; vsce would build them again.
    env: { ...process.env, PRODUCTION_GAP_BUILT: '1' },
  });
  return { path: file, bytes: (await stat(file)).size };
}

/**
 * Packs the command for npm. It is put together in a folder of its own, `out/npm`, because the extension's manifest and
 * bundle are of no use to someone who installs a command.
 */
export async function packageCommand(): Promise<PackageFile> {
  const manifest = await readManifest();
  const folder = path.resolve('out/npm');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const wanted = Object.fromEntries(commandKeys.filter((key) => key in manifest).map((key) => [key, manifest[key]]));
  await writeFile(
    path.join(folder, 'package.json'),
    `${JSON.stringify({ ...wanted, engines: { node: manifest.engines.node } }, undefined, 2)}\n`,
  );
  for (const file of commandFiles) {
    if (await isPresent(file)) await cp(file, path.join(folder, file), { recursive: true });
  }
  const [packed] = JSON.parse(await run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', '..'], { cwd: folder })) as {
    filename: string;
    size: number;
  }[];
  if (!packed) throw new Error('npm pack named no file.');
  return { path: path.resolve('out', packed.filename), bytes: packed.size };
}
