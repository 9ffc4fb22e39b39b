import type { ScanResult } from './children';
import type { PeerResult } from './peers';
import { short } from './statistics';
import type { TypingResult } from './typing';

/** Milliseconds from keystroke to findings, p95, by lines. */
const typingBudget: Readonly<Record<number, number>> = { 1000: 5, 5000: 12 };

/** CPU of a cold scan over the bare parse of the same files. */
const scanBudget = 2.0;

/** Milliseconds of a scan with nothing changed. */
const warmBudget = (megabytes: number): number => 200 + 10 * megabytes;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** The typing results as a Markdown table. Times in milliseconds. */
export function typingTable(results: readonly TypingResult[]): string {
  return table(
    [
      'file',
      'lines',
      'p50',
      'p95',
      'budget p95',
      'second minute p50 / p95',
      'max',
      'first edit',
      'dependents p95',
      'files judged',
      'bare p50 / p95',
      'findings',
    ],
    results.map((result) => [
      result.kind,
      String(result.lines),
      short(result.p50),
      short(result.p95),
      short(typingBudget[Math.round(result.lines / 1000) * 1000] ?? Number.NaN),
      `${short(result.earlyP50)} / ${short(result.earlyP95)}`,
      short(result.max),
      short(result.first),
      short(result.settleP95),
      short(result.rejudged),
      `${short(result.bareP50)} / ${short(result.bareP95)}`,
      String(result.findings),
    ]),
  );
}

/** The scan results as a Markdown table. Times in milliseconds, memory in megabytes. */
export function scanTable(results: readonly ScanResult[]): string {
  return table(
    [
      'project',
      'files',
      'MB',
      'bare parse CPU',
      'optimised late',
      'cold CPU',
      'ratio',
      'budget',
      'cold wall',
      'warm wall',
      'warm budget',
      'new process, scan CPU',
      'all of it, wall',
      'command again, wall',
      'peak',
      'findings',
    ],
    results.map((result) => [
      result.name,
      result.skipped > 0 ? `${result.files} (+${result.skipped} skipped)` : String(result.files),
      short(result.megabytes),
      short(result.parseCpu),
      short(result.lateParseCpu),
      short(result.coldCpu),
      short(result.ratio),
      `≤ ${scanBudget.toFixed(1)}`,
      short(result.coldWall),
      short(result.warmWall),
      `≤ ${short(warmBudget(result.megabytes))}`,
      short(result.againCpu),
      short(result.againWall),
      short(result.repeatWall),
      short(result.peakMb),
      String(result.findings),
    ]),
  );
}

/** Wall times of the peers as a Markdown table, seconds. */
export function peerTable(results: readonly PeerResult[]): string {
  return table(
    ['project', 'tool', 'wall s', 'times ours', 'budget'],
    results.map((result) => [
      result.project,
      result.tool,
      short(result.wall / 1000),
      short(result.ratio),
      result.budget ? `≥ ${result.budget}` : '–',
    ]),
  );
}

/** How time and memory grow from the smaller to the larger project, beside the budget. */
export function growthLine(smaller: ScanResult, larger: ScanResult): string {
  const files = larger.files / smaller.files;
  return (
    `Growth: ${short(files)} × the files take ${short(larger.coldCpu / smaller.coldCpu)} × the CPU and ` +
    `${short(larger.peakMb / smaller.peakMb)} × the peak memory, base included (budget 2.1 × for twice the files).`
  );
}
