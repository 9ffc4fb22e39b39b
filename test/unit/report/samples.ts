import type { ProjectResult, RouteRow, RuleDescription } from '../../../src/engine/api';
import type { Finding } from '../../../src/model/finding';
import type { ReportInput } from '../../../src/report/input';

let number = 0;

/** A gap for reports: an open warning on `src/a.ts` unless said otherwise. */
export function gap(more: Partial<Finding> & { file?: string; line?: number } = {}): Finding {
  const { file = 'src/a.ts', line = 3, ...rest } = more;
  number++;
  return {
    rule: 'swallowed-error',
    dimension: 'error-handling',
    outcome: 'gap',
    severity: 'warning',
    confidence: 'high',
    location: { file, line, column: 5, endLine: line, endColumn: 9 },
    span: { start: 20, end: 24 },
    message: 'The failure of this call is dropped.',
    related: [],
    fingerprint: `${String(number).padStart(16, '0')}-00000000`,
    status: 'open',
    fixes: [],
    ...rest,
  };
}

/** Descriptions of two rules. */
export const rules: RuleDescription[] = [
  {
    id: 'missing-auth-guard',
    kind: 'rule',
    dimension: 'security',
    title: 'Endpoint without authentication',
    severity: 'error',
    confidence: 'medium',
    fixKinds: ['suggestion'],
    cwe: [306],
    owasp: ['API5'],
    since: '0.1.0',
    maturity: 'stable',
    helpUri: 'https://example.com/missing-auth-guard',
  },
  {
    id: 'swallowed-error',
    kind: 'rule',
    dimension: 'error-handling',
    title: 'Swallowed error',
    severity: 'warning',
    confidence: 'high',
    fixKinds: [],
    cwe: [],
    owasp: [],
    since: '0.1.0',
    maturity: 'stable',
    helpUri: 'https://example.com/swallowed-error',
  },
];

/** A report of one project with these findings. */
export function input(findings: Finding[], more: Partial<ReportInput> & { files?: ProjectResult['files'] } = {}): ReportInput {
  const { files = { analysed: ['src/b.ts', 'src/a.ts'], skipped: [] }, ...rest } = more;
  return { result: { root: '/work/shop', files, findings, outcomes: [], timings: { analyse: 12.5 } }, version: '1.2.3', rules, ...rest };
}

/** An endpoint. */
export function route(more: Partial<RouteRow> = {}): RouteRow {
  return {
    framework: 'express',
    method: 'POST',
    path: '/orders',
    file: 'src/a.ts',
    line: 4,
    guards: [{ kind: 'authentication', level: 'AUTHENTICATED', name: 'requireUser', file: 'src/auth.ts', line: 2 }],
    authentication: 'present',
    level: 'AUTHENTICATED',
    roles: { authentication: 'present', validation: 'absent' },
    evidence: { authentication: 'requireUser' },
    sinks: ['write'],
    package: '',
    group: 'orders',
    ...more,
  };
}
