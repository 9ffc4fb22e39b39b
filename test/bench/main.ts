import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { childWork, measureScan, type ScanResult } from './children';
import { installPeers, measurePeers, type PeerResult } from './peers';
import { growthLine, peerTable, scanTable, typingTable } from './tables';
import { generatedProject, writeTree } from './tree';
import { measureTyping, type TypingResult } from './typing';

const usage = `npm run bench -- [options]

  --umami DIR     a copy of umami-software/umami   (or the variable UMAMI_DIR)
  --medusa DIR    a copy of medusajs/medusa        (or the variable MEDUSA_DIR)
  --runs N        runs per project, medians are shown (default 5)
  --only WHAT     "typing" or "scan"
  --peers         also ESLint and oxlint on the copies given, installed on first use into the cache folder
  --json FILE     write the results there too
`;

const { values: options } = parseArgs({
  args: process.argv[2]?.startsWith('--child') ? [] : process.argv.slice(2),
  options: {
    umami: { type: 'string', default: process.env.UMAMI_DIR ?? '' },
    medusa: { type: 'string', default: process.env.MEDUSA_DIR ?? '' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
    peers: { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (line: string): void => void process.stderr.write(`${line}\n`);

async function typing(): Promise<TypingResult[]> {
  const results: TypingResult[] = [];
  for (const kind of ['Express router', 'Next.js actions'] as const) {
    for (const lines of [200, 1000, 5000]) {
      progress(`Typing into ${lines} lines (${kind}) …`);
      results.push(await measureTyping(kind, lines));
    }
  }
  return results;
}

async function generated(count: number, runs: number): Promise<ScanResult> {
  const folder = mkdtempSync(join(tmpdir(), 'production-gap-tree-'));
  try {
    writeTree(folder, generatedProject(count));
    return await measureScan(`generated, ${count} files`, folder, runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Copy {
  name: string;
  folder: string;
}

/** The real applications that are at hand, and a line for each that is not. */
function copies(): { found: Copy[]; missing: string[] } {
  const found: Copy[] = [];
  const missing: string[] = [];
  for (const [name, folder] of [
    ['umami', options.umami],
    ['medusa', options.medusa],
  ] as const) {
    if (folder && existsSync(folder)) found.push({ name, folder: resolve(folder) });
    else
      missing.push(`${name}: skipped, ${folder ? `there is no ${folder}` : `no copy given (--${name} DIR or ${name.toUpperCase()}_DIR)`}.`);
  }
  return { found, missing };
}

async function againstPeers(found: readonly Copy[], runs: number): Promise<PeerResult[]> {
  progress('Installing the peers (once) …');
  const installed = await installPeers();
  const results: PeerResult[] = [];
  for (const { name, folder } of found) {
    progress(`Running the peers on ${name} …`);
    results.push(...(await measurePeers(name, folder, installed, runs)));
  }
  return results;
}

async function scans(found: readonly Copy[], runs: number): Promise<{ results: ScanResult[]; growth: string }> {
  const results: ScanResult[] = [];
  for (const { name, folder } of found) {
    progress(`Scanning ${name} …`);
    results.push(await measureScan(name, folder, runs));
  }
  progress('Scanning generated projects …');
  const smaller = await generated(1000, runs);
  const larger = await generated(2000, runs);
  results.push(smaller, larger);
  return { results, growth: growthLine(smaller, larger) };
}

async function main(): Promise<void> {
  const sample = await childWork(process.argv.slice(2));
  if (sample) {
    process.stdout.write(JSON.stringify(sample));
    return;
  }
  if (options.help) {
    say(usage);
    return;
  }
  const runs = Number(options.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1');

  const load = loadavg()[0]?.toFixed(1) ?? '?';
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${load} at the start`;
  const report = { machine, typing: [] as TypingResult[], scans: [] as ScanResult[], peers: [] as PeerResult[], notes: [] as string[] };
  say(
    `# Benchmarks\n\n${machine}. Times in ms, memory in MB; budgets are the project's own. On a busy machine only the ratios mean something.\n`,
  );
  if (options.only !== 'scan') {
    report.typing = await typing();
    say(`## From keystroke to findings\n\n${typingTable(report.typing)}\n`);
  }
  if (options.only !== 'typing') {
    const { found, missing } = copies();
    const { results, growth } = await scans(found, runs);
    report.scans = results;
    report.notes = [...missing, growth];
    say(`## Whole projects\n\n${scanTable(results)}\n\n${report.notes.join('\n')}\n`);
    if (options.peers && found.length > 0) {
      report.peers = await againstPeers(found, runs);
      say(`## Beside other linters\n\n${peerTable(report.peers)}\n`);
    }
  }
  const json = JSON.stringify(report, null, 2);
  say(`\`\`\`json\n${json}\n\`\`\``);
  if (options.json) writeFileSync(options.json, `${json}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
