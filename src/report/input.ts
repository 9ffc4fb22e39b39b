import type { ProjectResult, RuleDescription } from '../engine/api';
import type { Finding } from '../model/finding';
import { groupedBy } from '../model/grouping';
import type { Scorecard } from '../model/readiness';

/** Everything that a report of one project is made from. */
export interface ReportInput {
  result: ProjectResult;
  /** Version of the tool. */
  version: string;
  /** All rules and checks of this version. */
  rules: readonly RuleDescription[];
  /** Readiness, where a report shows it. */
  scorecard?: Scorecard;
  /**
   * Path from the folder in which people read the report to the project's root, with forward slashes and none at the end:
   * annotations and SARIF are read from the repository's root.
   */
  prefix?: string;
  /** Page of a rule as Markdown, for SARIF help. */
  page?: (rule: string) => string | undefined;
}

/** Gaps of a result in the order of the report: by file, then by place. */
export function gapsOf({ result }: ReportInput): Finding[] {
  return result.findings.filter(({ outcome }) => outcome === 'gap').sort(inOrder);
}

function inOrder(a: Finding, b: Finding): number {
  if (a.location.file !== b.location.file) return a.location.file < b.location.file ? -1 : 1;
  return a.location.line - b.location.line || a.location.column - b.location.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** Findings under their files, both in the order given. */
export function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  return groupedBy(findings, ({ location }) => location.file);
}

/** Path of a file as seen from where the report is read. */
export function pathOf({ prefix = '' }: ReportInput, file: string): string {
  return prefix === '' ? file : `${prefix}/${file}`;
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `3 errors, 1 warning`; kinds that do not occur are left out. */
export function countsBySeverity(findings: readonly Finding[]): string {
  const number = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const parts: [number, string, string][] = [
    [number('error'), 'error', 'errors'],
    [number('warning'), 'warning', 'warnings'],
    [number('info'), 'note', 'notes'],
  ];
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, one, many]) => count(amount, one, many))
    .join(', ');
}

/** What to say of the open gaps of a dimension: `1 error`, `none open, 3 accepted`, `no gap found`. */
export function stateOfDimension(findings: readonly Finding[]): string {
  const open = findings.filter(({ status }) => status === 'open');
  if (open.length > 0) return countsBySeverity(open);
  return findings.length > 0 ? `none open, ${findings.length} accepted` : 'no gap found';
}
