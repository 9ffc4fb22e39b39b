import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ts } from 'ts-morph';
import { openSession } from '../../src/engine/session';
import { nodeStore } from '../../src/project/nodeStore';
import { nodeWorkspace } from '../../src/project/nodeWorkspace';

/** What a process that only scans has to say. Times in milliseconds, memory in megabytes. */
export interface ScanSample {
  files: string[];
  skipped: number;
  findings: number;
  coldWall: number;
  coldCpu: number;
  warmWall: number;
  warmCpu: number;
  peakMb: number;
  timings: Record<string, number>;
}

/** What a process that only parses has to say. */
export interface ParseSample {
  files: number;
  bytes: number;
  readWall: number;
  wall: number;
  cpu: number;
  peakMb: number;
}

interface Timed<T> {
  value: T;
  wall: number;
  cpu: number;
}

async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const used = process.cpuUsage(cpu);
  return { value, wall: performance.now() - start, cpu: (used.user + used.system) / 1000 };
}

const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

/** Opens a folder, scans it, and with `warm` scans it again with nothing changed. `cache` is a folder in which facts are kept, and looked for. */
export async function scanOnce(folder: string, { warm: again = true, cache = '' } = {}): Promise<ScanSample> {
  const cold = await timed(async () => {
    const store = cache === '' ? {} : { store: { engine: 'of the benchmark', ...nodeStore(cache, 'facts') } };
    const session = openSession(nodeWorkspace(folder), store);
    return { session, result: await session.scan() };
  });
  const { session, result } = cold.value;
  const warm = again ? await timed(() => session.scan()) : { wall: 0, cpu: 0 };
  session.dispose();
  return {
    files: result.files.analysed,
    skipped: result.files.skipped.length,
    findings: result.findings.length,
    coldWall: cold.wall,
    coldCpu: cold.cpu,
    warmWall: warm.wall,
    warmCpu: warm.cpu,
    peakMb: peakMb(),
    timings: result.timings,
  };
}

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file);

/** Reads the same files, then parses them with the compiler alone; reading is not part of the parse. */
export async function parseOnce(folder: string, files: readonly string[]): Promise<ParseSample> {
  const code = files.filter(isCode);
  const read = await timed(() => code.map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const));
  const parse = await timed(() => {
    let nodes = 0;
    for (const [file, text] of read.value) {
      nodes += ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false).statements.length;
    }
    return nodes;
  });
  return {
    files: code.length,
    bytes: read.value.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0),
    readWall: read.wall,
    wall: parse.wall,
    cpu: parse.cpu,
    peakMb: peakMb(),
  };
}
