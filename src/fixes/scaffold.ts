import type { PackageInfo } from '../model/check';
import type { FileEdit, TextEdit } from '../model/fix';
import type { FixProposal } from '../model/rule';

/** How a package manager is installed, installs and runs scripts in a pipeline. */
interface Manager {
  lockfile: string;
  install: string;
  /** Without a lockfile nothing can be installed as it is locked. */
  installLoose: string;
  run: string;
  execute: string;
  /** What `actions/setup-node` calls it when it keeps downloads. */
  cache?: string;
}

const managers: readonly Manager[] = [
  {
    lockfile: 'pnpm-lock.yaml',
    install: 'pnpm install --frozen-lockfile',
    installLoose: 'pnpm install',
    run: 'pnpm run',
    execute: 'pnpm exec',
    cache: 'pnpm',
  },
  { lockfile: 'bun.lock', install: 'bun install --frozen-lockfile', installLoose: 'bun install', run: 'bun run', execute: 'bunx' },
  { lockfile: 'bun.lockb', install: 'bun install --frozen-lockfile', installLoose: 'bun install', run: 'bun run', execute: 'bunx' },
  {
    lockfile: 'yarn.lock',
    install: 'yarn install --frozen-lockfile',
    installLoose: 'yarn install',
    run: 'yarn run',
    execute: 'yarn run',
    cache: 'yarn',
  },
  { lockfile: 'package-lock.json', install: 'npm ci', installLoose: 'npm install', run: 'npm run', execute: 'npx', cache: 'npm' },
  { lockfile: 'npm-shrinkwrap.json', install: 'npm ci', installLoose: 'npm install', run: 'npm run', execute: 'npx', cache: 'npm' },
];
const npm = managers[4]!;

/** What fixes that create files may look at. */
export interface Surroundings {
  packages: readonly PackageInfo[];
  files: readonly string[];
  read(file: string): string | undefined;
}

/**
 * A GitHub workflow that installs the outermost package and runs what it has of type check, linter, tests and build. None
 * where that is nothing, or where the file is there already.
 */
export function createWorkflow({ packages, files, read }: Surroundings): FixProposal[] {
  const file = '.github/workflows/ci.yml';
  const [pkg] = [...packages]
    .filter(({ broken }) => !broken)
    .sort((a, b) => a.dir.split('/').length - b.dir.split('/').length || a.dir.length - b.dir.length || (a.dir < b.dir ? -1 : 1));
  if (!pkg || files.includes(file)) return [];
  const inside = (name: string): string => (pkg.dir === '' ? name : `${pkg.dir}/${name}`);
  const manager = managers.find(({ lockfile }) => files.includes(inside(lockfile)) || read(inside(lockfile)) !== undefined);
  const commands = commandsOf(pkg, manager ?? npm, (name) => files.includes(inside(name)));
  if (commands.length === 0) return [];
  const manifest = read(inside('package.json')) ?? '';
  const versionFile = ['.nvmrc', '.node-version'].find((name) => read(inside(name)) !== undefined);
  const isBerry =
    manager?.lockfile === 'yarn.lock' &&
    (/"packageManager"\s*:\s*"yarn@[2-9]/.test(manifest) ||
      files.includes(inside('.yarnrc.yml')) ||
      read(inside('.yarnrc.yml')) !== undefined);
  const install = isBerry ? 'yarn install --immutable' : manager ? manager.install : npm.installLoose;
  const lines = [
    'name: CI',
    '',
    'on:',
    '  push:',
    '    branches: [main, master]',
    '  pull_request:',
    '',
    'permissions:',
    '  contents: read',
    '',
    'jobs:',
    '  check:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 15',
    ...(pkg.dir === '' ? [] : ['    defaults:', '      run:', `        working-directory: ${plain(pkg.dir)}`]),
    '    steps:',
    '      - uses: actions/checkout@v6',
    ...(manager?.cache === 'pnpm' ? ['      - uses: pnpm/action-setup@v6', ...pnpmOptions(manifest, pkg.dir)] : []),
    ...(manager && !manager.cache ? ['      - uses: oven-sh/setup-bun@v2'] : []),
    '      - uses: actions/setup-node@v6',
    '        with:',
    versionFile ? `          node-version-file: ${plain(inside(versionFile))}` : `          node-version: ${nodeVersion(manifest)}`,
    ...(manager?.cache && !isBerry
      ? [
          `          cache: ${manager.cache}`,
          ...(pkg.dir === '' ? [] : [`          cache-dependency-path: ${plain(inside(manager.lockfile))}`]),
        ]
      : []),
    ...(isBerry ? ['      - run: corepack enable'] : []),
    `      - run: ${install}`,
    ...commands.map((command) => `      - run: ${command}`),
    '',
  ];
  return [
    {
      id: 'create-workflow',
      kind: 'scaffold',
      title: 'Create a GitHub workflow that checks each change',
      build: (source) => (source.read?.(file) === undefined ? [creation(file, lines.join('\n'))] : undefined),
    },
  ];
}

function pnpmOptions(manifest: string, dir: string): string[] {
  if (!/"packageManager"\s*:\s*"pnpm@/.test(manifest)) return ['        with:', '          version: 10'];
  return dir === '' ? [] : ['        with:', `          package_json_file: ${plain(`${dir}/package.json`)}`];
}

/** A path as YAML reads it; one with other characters stands in quotes. */
function plain(path: string): string {
  return /^[\w][\w./@-]*$/.test(path) ? path : JSON.stringify(path);
}

/** The oldest major version that the manifest admits, as long as it is still maintained. */
function nodeVersion(manifest: string): number {
  const asked = Number(/"engines"\s*:\s*\{[^}]*"node"\s*:\s*"[^"\d]*(\d+)/.exec(manifest)?.[1] ?? NaN);
  return asked >= 22 ? asked : 22;
}

/** What `npm init` writes as the script for tests. */
const noTests = /no test specified/;

function commandsOf({ scripts, dependencies }: PackageInfo, manager: Manager, has: (file: string) => boolean): string[] {
  const named = (names: readonly string[]): string | undefined =>
    names.find((name) => scripts[name] !== undefined && !noTests.test(scripts[name]));
  const run = (name: string | undefined): string[] => (name === undefined ? [] : [`${manager.run} ${name}`]);
  const types = named(['typecheck', 'type-check', 'check-types', 'check:types', 'types', 'tsc']);
  const compiles = 'typescript' in dependencies && has('tsconfig.json');
  const tests = named(['test:ci', 'test']);
  return [
    ...(types === undefined && compiles ? [`${manager.execute} tsc --noEmit`] : run(types)),
    ...run(named(['lint'])),
    // Left to itself, Vitest and Jest would watch for changes.
    ...(tests !== undefined && /^(?:vitest|jest\s+--watch\S*)$/.test(scripts[tests]!.trim())
      ? [`${manager.execute} ${scripts[tests]!.startsWith('vitest') ? 'vitest run' : 'jest'}`]
      : run(tests)),
    ...run(named(['build'])),
  ];
}

/** A file with a text. */
export function creation(file: string, text: string): FileEdit {
  return { file, create: true, edits: [{ start: 0, end: 0, newText: text }] };
}

/** What keeps every file with settings out of version control, this one included. */
const ignoresAll = /^\.env(?:\*|\.\*)\s*$/m;
const admitsExample = /^!\.env\.(?:\*|example)\s*$/m;

/** A file with the names of settings and no values. `.gitignore` lets it in where it leaves out all of its kind. */
export function createEnvExample(names: readonly string[], file: string): FixProposal[] {
  const text = `# Settings that the application reads. Copy this file to .env and fill them in.\n${names.map((name) => `${name}=\n`).join('')}`;
  return [
    {
      id: 'create-env-example',
      kind: 'scaffold',
      title: `Create ${file} with the names of all ${names.length} settings`,
      build: ({ read }) => {
        if (!read || read(file) !== undefined) return undefined;
        const folder = file.slice(0, file.lastIndexOf('/') + 1);
        return [
          creation(file, text),
          ...[...new Set([`${folder}.gitignore`, '.gitignore'])].flatMap((ignored) => admission(ignored, read(ignored))),
        ];
      },
    },
  ];
}

function admission(file: string, text: string | undefined): FileEdit[] {
  if (text === undefined || !ignoresAll.test(text) || admitsExample.test(text)) return [];
  return [{ file, edits: [appended(text, '!.env.example')] }];
}

/** Names that are not in the example yet, at its end. */
export function extendEnvExample(names: readonly string[], file: string): FixProposal[] {
  return [
    {
      id: 'extend-env-example',
      kind: 'suggestion',
      title: `Add ${names.length === 1 ? 'its name' : `their ${names.length} names`} to ${file}`,
      build: ({ read }) => {
        const text = read?.(file);
        const missing = names.filter((name) => text !== undefined && !new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`, 'm').test(text));
        return text === undefined || missing.length === 0
          ? undefined
          : [{ file, edits: [appended(text, ...missing.map((name) => `${name}=`))] }];
      },
    },
  ];
}

/** Lines at the end of a text, with its line endings. */
function appended(text: string, ...lines: string[]): TextEdit {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || text.endsWith('\n') ? '' : end;
  return { start: text.length, end: text.length, newText: `${before}${lines.join(end)}${end}` };
}
