import type { RouteRow, RuleDescription } from '../engine/api';
import { gapsOf, type ReportInput } from './input';
import type { ProjectReport, RoutesReport, RulesReport } from './schema';

/** A project's findings in the published form. */
export function projectReport(input: ReportInput): ProjectReport {
  const { root, files, timings } = input.result;
  return {
    version: 1,
    tool: { name: 'production-gap', version: input.version },
    root: root.replaceAll('\\', '/'),
    findings: gapsOf(input).map(({ rule, dimension, severity, confidence, location, message, fingerprint, status, fixes, related }) => ({
      rule,
      dimension,
      severity,
      confidence,
      file: location.file,
      line: location.line,
      column: location.column,
      endLine: location.endLine,
      endColumn: location.endColumn,
      message,
      fingerprint,
      status,
      fixes: fixes.map(({ kind, title }) => ({ kind, title })),
      related: related.map((place) => ({ file: place.file, line: place.line, message: place.message })),
    })),
    files: { analysed: [...files.analysed].sort(), skipped: files.skipped.map(({ file, reason }) => ({ file, reason })) },
    timings,
  };
}

/** Endpoints in the published form. */
export function routesReport(rows: readonly RouteRow[]): RoutesReport {
  return rows.map(
    ({ framework, method, path, file, line, guards, authentication, level, roles, evidence, sinks, package: folder, handler }) => ({
      framework,
      method,
      path,
      file,
      line,
      guards: guards.map((guard) => ({ kind: guard.kind, name: guard.name, file: guard.file, line: guard.line })),
      authentication,
      level,
      roles,
      evidence,
      sinks,
      package: folder,
      ...(handler ? { handler } : {}),
    }),
  );
}

/** Rules and checks in the published form. */
export function rulesReport(rules: readonly RuleDescription[]): RulesReport {
  return rules.map(({ id, kind, dimension, title, severity, confidence, fixKinds, cwe, owasp, since, maturity, helpUri }) => ({
    id,
    kind,
    dimension,
    title,
    severity,
    confidence,
    fixKinds,
    cwe,
    owasp,
    since,
    maturity,
    helpUri,
  }));
}

/** A value as indented JSON with a line end. */
export function renderJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** `check --format json`: an object for one project, an array for several. */
export function renderCheckJson(inputs: readonly ReportInput[]): string {
  return renderJson(inputs.length === 1 ? projectReport(inputs[0]!) : inputs.map(projectReport));
}
