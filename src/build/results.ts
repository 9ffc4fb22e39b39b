import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where screenshots, logs and results go; git-ignored. */
export const resultsFolder = 'test-results';

/** Outcome of one suite, as its process writes it. */
export interface SuiteResult {
  passed: number;
  failed: number;
  skipped: number;
  /** Titles of what failed, from the outermost `describe` on. */
  failures: string[];
  /** What the suite printed, where its own process can't print. */
  output?: string;
}

/** One row of the closing table. */
export interface SuiteRow extends SuiteResult {
  suite: string;
  /** Milliseconds. */
  duration: number;
}

/** What a test runner tells about its run; satisfied by mocha's `Runner`. */
interface TestEvents {
  on(event: 'pass' | 'pending' | 'fail', listener: (test: { fullTitle(): string }) => void): unknown;
  once(event: 'end', listener: () => void): unknown;
}

/** Counts a mocha run and writes a {@link SuiteResult} when it ends. `output` is asked for then. */
export function recordResults(runner: TestEvents, file: string, output?: () => string): void {
  const result: SuiteResult = { passed: 0, failed: 0, skipped: 0, failures: [] };
  runner.on('pass', () => void result.passed++);
  runner.on('pending', () => void result.skipped++);
  runner.on('fail', (test) => {
    result.failed++;
    result.failures.push(test.fullTitle());
  });
  runner.once('end', () => writeFileSync(file, JSON.stringify({ ...result, output: output?.() })));
}

/** A path for a suite's result, in a folder that exists. */
export async function resultFile(suite: string): Promise<string> {
  await mkdir(resultsFolder, { recursive: true });
  return path.resolve(resultsFolder, `${suite.replace(/\W+/g, '-')}.json`);
}

/** Reads what a suite wrote; `undefined` when it ended before it could write. */
export async function readResult(file: string): Promise<SuiteResult | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as SuiteResult);
}

/** Writes a log beside the results and returns its path, relative to the project. */
export async function writeLog(name: string, text: string): Promise<string> {
  await mkdir(resultsFolder, { recursive: true });
  const file = path.join(resultsFolder, `${name}.log`);
  await writeFile(file, text);
  return file;
}

/** Renders the closing summary: what failed, a table of suites, and the line of totals, which comes last. */
export function renderSummary(rows: SuiteRow[]): string {
  const lines: string[] = [];
  const failures = rows.flatMap(({ suite, failures: titles }) => titles.map((title) => `  ${suite}: ${title}`));
  if (failures.length > 0) lines.push('', 'Failed:', ...failures);

  const width = Math.max('Suite'.length, ...rows.map(({ suite }) => suite.length));
  const cells = (suite: string, ...values: string[]) => [suite.padEnd(width), ...values.map((value) => value.padStart(8))].join(' ');
  lines.push('', cells('Suite', 'passed', 'failed', 'skipped', 'time'));
  for (const row of rows) {
    lines.push(cells(row.suite, `${row.passed}`, `${row.failed}`, `${row.skipped}`, `${(row.duration / 1000).toFixed(1)} s`));
  }

  const total = (count: 'passed' | 'failed' | 'skipped') => rows.reduce((sum, row) => sum + row[count], 0);
  const skipped = total('skipped');
  lines.push('', `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return lines.join('\n');
}
