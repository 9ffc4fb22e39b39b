import type { Finding } from '../../src/model/finding';
import type { Markers, Pointer } from './markers';

/**
 * Compares what was reported in one file with what its comments say, for the rules in `judged`. Gives one sentence per
 * difference; none when everything that was expected is there and nothing else.
 */
export function compareFile(file: string, markers: Markers, reported: readonly Finding[], judged: ReadonlySet<string>): string[] {
  const differences = markers.mistakes.map((mistake) => `${file}: ${mistake}`);
  const left = reported.filter((finding) => finding.outcome === 'gap' && finding.status === 'open' && judged.has(finding.rule));
  const met: Finding[] = [];
  for (const { rule, line, qualities } of markers.expectations) {
    const index = left.findIndex((finding) => finding.rule === rule && finding.location.line === line);
    const finding = left[index];
    if (!finding) {
      differences.push(`${file}:${line}: ${rule} is expected here and does not report${elsewhere(left, rule)}`);
      continue;
    }
    left.splice(index, 1);
    met.push(finding);
    const missing = qualities.filter((quality) => quality !== finding.severity && quality !== finding.confidence);
    if (missing.length > 0)
      differences.push(
        `${file}:${line}: ${rule} is expected as ${missing.join(' ')} and reports as ${finding.severity}, ${finding.confidence} confidence`,
      );
  }
  for (const finding of left) differences.push(`${file}:${finding.location.line}: ${describe(finding)} is not expected`);
  for (const pointer of markers.pointers) {
    const there = met.filter((finding) => finding.location.line === pointer.line);
    if (there.length > 0 && !there.some((finding) => isPointedAt(finding, pointer))) {
      differences.push(
        `${file}:${pointer.line}: the carets say ${columns(pointer.column, pointer.endColumn)} "${pointer.message}", but it is ${there.map(describe).join('; ')}`,
      );
    }
  }
  return differences;
}

/** Rules that a fixture speaks of: the one under test, and all that its comments name. */
export function judgedRules(rule: string | undefined, markers: readonly Markers[]): Set<string> {
  const named = markers.flatMap(({ expectations, silent }) => [...expectations, ...silent].map((marker) => marker.rule));
  return new Set(rule === undefined ? named : [rule, ...named]);
}

function isPointedAt({ location, message }: Finding, pointer: Pointer): boolean {
  const startsThere = location.column === pointer.column || location.column === pointer.fromOpener;
  // Of a finding that spans lines, carets can only show the start.
  const endsThere = location.endLine > location.line || location.endColumn === pointer.endColumn;
  return startsThere && endsThere && message.includes(pointer.message);
}

function columns(start: number, end: number): string {
  return `columns ${start} to ${end}`;
}

function describe({ rule, location, message }: Finding): string {
  const end = location.endLine > location.line ? `${location.endLine}:${location.endColumn}` : `${location.endColumn}`;
  return `${rule} at columns ${location.column} to ${end} "${message}"`;
}

function elsewhere(left: readonly Finding[], rule: string): string {
  const lines = left.filter((finding) => finding.rule === rule).map((finding) => finding.location.line);
  return lines.length > 0 ? ` (it reports on line ${[...new Set(lines)].join(', ')})` : '';
}
