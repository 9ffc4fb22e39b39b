import type { RuleDescription } from '../engine/api';
import type { Finding, Location, Severity } from '../model/finding';
import { gapsOf, pathOf, type ReportInput } from './input';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' };

/** Path as the reference of a URI: every segment escaped, the slashes kept. */
function uriOf(input: ReportInput, file: string): string {
  return pathOf(input, file).split('/').map(encodeURIComponent).join('/');
}

function physicalLocation(input: ReportInput, { file, line, column, endLine, endColumn }: Location): object {
  return {
    artifactLocation: { uri: uriOf(input, file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function ruleDescriptor(rule: RuleDescription, page: string | undefined): object {
  return {
    id: rule.id,
    name: rule.id
      .split('-')
      .map((word) => word[0]!.toUpperCase() + word.slice(1))
      .join(''),
    shortDescription: { text: rule.title },
    helpUri: rule.helpUri,
    ...(page === undefined ? {} : { help: { text: page, markdown: page } }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags: [rule.dimension, ...rule.cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`), ...rule.owasp],
      precision: rule.confidence,
      'problem.severity': rule.severity === 'info' ? 'recommendation' : rule.severity,
    },
  };
}

function suppressionsOf({ status, statusReason }: Finding): object[] {
  if (status === 'open') return [];
  const justification = statusReason === undefined ? {} : { justification: statusReason };
  return [{ kind: status === 'suppressed' ? 'inSource' : 'external', status: 'accepted', ...justification }];
}

function result(input: ReportInput, finding: Finding, ruleIndex: number, hasBaseline: boolean): object {
  const head = finding.fingerprint.slice(0, 16);
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    kind: 'fail',
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physicalLocation(input, finding.location) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((place, id) => ({
            id,
            physicalLocation: physicalLocation(input, place),
            message: { text: place.message },
          })),
        }),
    // GitHub tells alerts apart by the second one; its form is a hash and an ordinal.
    partialFingerprints: { 'productionGap/v1': finding.fingerprint, primaryLocationLineHash: `${head}:1` },
    suppressions: suppressionsOf(finding),
    ...(hasBaseline ? { baselineState: finding.status === 'baselined' ? 'unchanged' : 'new' } : {}),
    ...(finding.occurrences === undefined ? {} : { occurrenceCount: finding.occurrences }),
    properties: { confidence: finding.confidence, dimension: finding.dimension },
  };
}

function run(input: ReportInput, isOneOfMany: boolean): object {
  const findings = gapsOf(input);
  const indexes = new Map(input.rules.map((rule, index) => [rule.id, index]));
  const found = new Set(findings.map(({ rule }) => rule));
  const hasBaseline = findings.some(({ status }) => status === 'baselined');
  const folder = input.prefix ?? '';
  return {
    tool: {
      driver: {
        name: 'Production Gap',
        version: input.version,
        semanticVersion: input.version,
        rules: input.rules.map((rule) => ruleDescriptor(rule, found.has(rule.id) ? input.page?.(rule.id) : undefined)),
      },
    },
    ...(isOneOfMany ? { automationDetails: { id: `production-gap/${folder === '' ? '.' : folder}/` } } : {}),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder in which the command ran.' } } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: input.result.files.skipped.map(({ file, reason }) => ({
          level: 'note',
          message: { text: `Not analysed: ${reason}` },
          locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(input, file), uriBaseId: '%SRCROOT%' } } }],
        })),
      },
    ],
    results: findings.map((finding) => result(input, finding, indexes.get(finding.rule) ?? -1, hasBaseline)),
  };
}

/** A SARIF 2.1.0 log with one run per project. Nothing is dropped: what does not count is marked. */
export function renderSarif(inputs: readonly ReportInput[]): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: inputs.map((input) => run(input, inputs.length > 1)),
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
