import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { optimiseLate } from '../../src/cli/oneRun';
import { parseOnce, scanOnce, type ParseSample, type ScanSample } from './scan';
import { median } from './statistics';

const run = promisify(execFile);

/** One row of the scan table: medians over the runs. Times in milliseconds, memory in megabytes. */
export interface ScanResult {
  name: string;
  runs: number;
  files: number;
  skipped: number;
  findings: number;
  megabytes: number;
  parseCpu: number;
  parseWall: number;
  coldCpu: number;
  coldWall: number;
  /** Cold scan over bare parse in a process as Node starts it, by CPU time. */
  ratio: number;
  /** The same parse in a process that optimises late, as the command line does. */
  lateParseCpu: number;
  warmCpu: number;
  warmWall: number;
  /** A scan in another process, which finds what the cold one kept. */
  againCpu: number;
  /** The whole of that process, from its start to its end. */
  againWall: number;
  /** `check` once more, with nothing changed: the whole process. */
  repeatWall: number;
  peakMb: number;
  parsePeakMb: number;
  timings: Record<string, number>;
}

/** Work that a child process does, by its command line; undefined when this process is not a child. */
export async function childWork(args: readonly string[]): Promise<ScanSample | ParseSample | undefined> {
  const [mode, folder, list, cache] = args;
  // The command line does the same first.
  if (mode === '--child-scan' || mode === '--child-cold' || mode === '--child-again' || mode === '--child-parse-late') optimiseLate();
  if (mode === '--child-scan' && folder) return scanOnce(folder, cache ? { cache } : {});
  if (mode === '--child-again' && folder && cache) return scanOnce(folder, { warm: false, cache });
  if (mode === '--child-cold' && folder) return scanOnce(folder, { warm: false });
  if ((mode === '--child-parse' || mode === '--child-parse-late') && folder && list)
    return parseOnce(folder, JSON.parse(readFileSync(list, 'utf8')) as string[]);
  return undefined;
}

async function inChild<T>(...args: string[]): Promise<T> {
  const script = process.argv[1];
  if (!script) throw new Error('the benchmark must be started from a file');
  const { stdout } = await run(process.execPath, [script, ...args], { maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as T;
}

/** Runs the command that ships in a folder; gives milliseconds from the start of the process to its end. */
async function command(folder: string, cache: string): Promise<number> {
  const start = performance.now();
  // It ends with 1 where there are gaps.
  await run(process.execPath, ['dist/cli.js', 'check', folder, '--cache-dir', cache], { maxBuffer: 256 * 1024 * 1024 }).catch(
    (error: { code?: unknown }) => {
      if (error.code !== 1) throw error;
    },
  );
  return performance.now() - start;
}

/**
 * Measures a folder. Scan and bare parse take turns, each in a process of its own, so that neither warms the compiler for
 * the other and peak memory is its own.
 */
export async function measureScan(name: string, folder: string, runs: number): Promise<ScanResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'production-gap-bench-'));
  try {
    const list = join(scratch, 'files.json');
    const scans: ScanSample[] = [];
    const agains: (ScanSample & { whole: number })[] = [];
    const repeats: number[] = [];
    const parses: ParseSample[] = [];
    const lateParses: ParseSample[] = [];
    for (let i = 0; i < runs; i++) {
      const cache = join(scratch, String(i));
      const scan = await inChild<ScanSample>('--child-scan', folder, '', cache);
      writeFileSync(list, JSON.stringify(scan.files));
      scans.push(scan);
      const start = performance.now();
      const again = await inChild<ScanSample>('--child-again', folder, '', cache);
      agains.push({ ...again, whole: performance.now() - start });
      if (i === 0) await command(folder, join(scratch, 'answers'));
      repeats.push(await command(folder, join(scratch, 'answers')));
      parses.push(await inChild<ParseSample>('--child-parse', folder, list));
      lateParses.push(await inChild<ParseSample>('--child-parse-late', folder, list));
    }
    const [scan] = scans;
    const [parse] = parses;
    if (!scan || !parse) throw new Error(`${name}: no run`);
    const coldCpu = median(scans.map((sample) => sample.coldCpu));
    const parseCpu = median(parses.map((sample) => sample.cpu));
    return {
      name,
      runs,
      files: parse.files,
      skipped: scan.skipped,
      findings: scan.findings,
      megabytes: parse.bytes / 1e6,
      parseCpu,
      parseWall: median(parses.map((sample) => sample.wall)),
      coldCpu,
      coldWall: median(scans.map((sample) => sample.coldWall)),
      ratio: coldCpu / parseCpu,
      lateParseCpu: median(lateParses.map((sample) => sample.cpu)),
      warmCpu: median(scans.map((sample) => sample.warmCpu)),
      warmWall: median(scans.map((sample) => sample.warmWall)),
      againCpu: median(agains.map((sample) => sample.coldCpu)),
      againWall: median(agains.map((sample) => sample.whole)),
      repeatWall: median(repeats),
      peakMb: median(scans.map((sample) => sample.peakMb)),
      parsePeakMb: median(parses.map((sample) => sample.peakMb)),
      timings: scan.timings,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
