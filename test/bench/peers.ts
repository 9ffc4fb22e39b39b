import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../../src/build/editor/system';
import { run } from '../../src/build/progress';
import { median } from './statistics';

/** Wall time of one tool on one project, process start included; milliseconds. */
export interface PeerResult {
  project: string;
  tool: string;
  runs: number;
  wall: number;
  /** How many times as long as ours in the same run. */
  ratio: number;
  /** the least that the budget asks for; absent for tools we can't reach. */
  budget?: number;
}

interface Peer {
  tool: string;
  args(folder: string): string[];
  env?: Record<string, string>;
  budget?: number;
}

const eslint = (rules: string, tool: string, budget: number): Peer => ({
  tool,
  budget,
  env: { BENCH_RULES: rules },
  args: (folder) => [
    '--max-old-space-size=8192',
    join(folder, 'node_modules/eslint/bin/eslint.js'),
    ...['--config', join(folder, 'eslint.config.mjs'), '--no-inline-config', '--format', 'json', '.'],
  ],
});

const peers: readonly Peer[] = [
  {
    tool: 'oxlint, ten rules',
    args: (folder) => [join(folder, 'node_modules/oxlint/bin/oxlint'), '--config', join(folder, 'oxlintrc.json'), '--format', 'json', '.'],
  },
  eslint('ten', 'ESLint, ten untyped rules', 4),
  eslint('sonarjs', 'ESLint, sonarjs recommended', 10),
  eslint('typed', 'ESLint, two typed promise rules', 10),
];

/**
 * Installs the linters once per person and lockfile into the cache folder and returns where they are.
 * `description` is the folder with their package.json, lockfile and configurations.
 */
export async function installPeers(description = 'test/bench/peers'): Promise<string> {
  const parts = ['package.json', 'package-lock.json', 'eslint.config.mjs', 'oxlintrc.json'];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(await readFile(join(description, part)));
  const folder = join(cacheFolder(), `bench-peers-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;

  // Renamed when complete, so that an interrupted install is never taken for a whole one.
  const unfinished = `${folder}.${randomUUID().slice(0, 8)}`;
  try {
    await mkdir(unfinished, { recursive: true });
    for (const part of parts) await cp(join(description, part), join(unfinished, part));
    // Not `npm ci`, which wants a native build of oxlint for every platform in the lockfile; versions are the lockfile's.
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: unfinished });
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** Milliseconds until a Node program has ended. Exit code 1 means findings. Throws for any other. */
function wallTime(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<number> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    const problems: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => problems.push(data));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0 || code === 1) done(performance.now() - start);
      else fail(new Error(`${args.join(' ')} ended with ${code}: ${Buffer.concat(problems).toString().slice(0, 2_000)}`));
    });
  });
}

/** Measures our cold scan and the linters on a project, taking turns. The first row is ours. */
export async function measurePeers(project: string, folder: string, installed: string, runs: number): Promise<PeerResult[]> {
  const script = process.argv[1];
  if (!script) throw new Error('the benchmark must be started from a file');
  const target = resolve(folder);
  const ours: number[] = [];
  const theirs = peers.map((): number[] => []);
  for (let i = 0; i < runs; i++) {
    ours.push(await wallTime([script, '--child-cold', target], target));
    for (const [index, peer] of peers.entries()) {
      theirs[index]?.push(await wallTime(peer.args(installed), target, peer.env));
    }
  }
  const own = median(ours);
  return [
    { project, tool: 'Production Gap, all rules, cold', runs, wall: own, ratio: 1 },
    ...peers.map(({ tool, budget }, index) => {
      const wall = median(theirs[index] ?? []);
      return { project, tool, runs, wall, ratio: wall / own, ...(budget ? { budget } : {}) };
    }),
  ];
}
