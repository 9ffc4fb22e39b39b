import type { Fact, FactBase, FactKind, FileFacts, Route } from '../model/facts';
import type { Confidence, Finding, Severity, Span } from '../model/finding';
import type { Rule } from '../model/meta';
import type { Posture } from '../model/posture';
import type { FileRole, FixProposal, Report, RuleContext } from '../model/rule';
import { locate, positionAt } from '../syntax/ranges';
import type { OutcomeRecord } from './api';

/** What judging needs besides facts. */
export interface Judging {
  rules: readonly Rule[];
  /** Severity from the configuration, or `off`; undefined leaves the rule's own. */
  setting(rule: string): Severity | 'off' | undefined;
  siblings(route: Route): Route[];
  posture(route: Route): Posture | undefined;
  routesTo(fact: FactBase): Route[];
  fileRole(file: string): FileRole;
  /** Facts of another file, for related places. */
  lineStarts(file: string): readonly number[] | undefined;
  /** A rule threw: told once per rule. */
  failed(rule: string, file: string, error: unknown): void;
}

/** A gap as a rule reported it, before fingerprints and suppressions. */
export interface RawFinding {
  finding: Omit<Finding, 'fingerprint'>;
  scope: string;
  proposals: FixProposal[];
  /** What it was reported on; absent where nothing was judged. */
  about?: FactBase;
}

/** What the rules said of one file. */
export interface Judgement {
  gaps: RawFinding[];
  outcomes: OutcomeRecord[];
}

function fill(template: string, data: Record<string, string | number> | undefined): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(data?.[name] ?? ''));
}

/** Hands each rule the facts it needs. A rule that throws loses its own findings in this file and nothing else. */
export function judge(facts: FileFacts, routes: readonly Route[], judging: Judging): Judgement {
  const byKind = new Map<FactKind, Fact[]>();
  for (const fact of facts.facts) {
    const list = byKind.get(fact.kind);
    if (list) list.push(fact);
    else byKind.set(fact.kind, [fact]);
  }
  if (routes.length > 0) byKind.set('linkedRoute', [...routes]);
  const result: Judgement = { gaps: [], outcomes: [] };
  for (const rule of judging.rules) {
    const setting = judging.setting(rule.id);
    if (setting === 'off') continue;
    const gaps: RawFinding[] = [];
    const outcomes: OutcomeRecord[] = [];
    const context = contextOf(rule, facts, setting, judging, gaps, outcomes);
    try {
      for (const kind of rule.needs) {
        const listener = rule[kind] as ((fact: Fact, context: RuleContext) => void) | undefined;
        for (const fact of byKind.get(kind) ?? []) listener?.(fact, context);
      }
    } catch (error) {
      judging.failed(rule.id, facts.file, error);
      result.outcomes.push({ rule: rule.id, outcome: 'error', note: `It failed in ${facts.file} and was left out there.` });
      continue;
    }
    result.gaps.push(...gaps);
    result.outcomes.push(...outcomes);
  }
  return withoutRepeats(result, judging);
}

/** One fact is reported once by rules of which one says more than the others. */
function withoutRepeats(result: Judgement, judging: Judging): Judgement {
  const dropped = new Set<RawFinding>();
  const outcomes = [...result.outcomes];
  for (const { id, supersedes } of judging.rules) {
    if (!supersedes) continue;
    for (const gap of result.gaps.filter(({ finding }) => finding.rule === id)) {
      const others = result.gaps.filter(({ finding, about }) => about === gap.about && supersedes.includes(finding.rule));
      if (others.length === 0) continue;
      if (gap.finding.confidence === 'low') {
        dropped.add(gap);
        continue;
      }
      for (const other of others) {
        dropped.add(other);
        if (other.finding.severity === 'error' && judging.setting(id) === undefined) gap.finding.severity = 'error';
        // It is no pass of the other rule either.
        outcomes.push({ rule: other.finding.rule, outcome: 'unknown', note: `${id} says more of it`, location: other.finding.location });
      }
    }
  }
  return dropped.size === 0 ? result : { gaps: result.gaps.filter((gap) => !dropped.has(gap)), outcomes };
}

function contextOf(rule: Rule, facts: FileFacts, setting: Severity | undefined, judging: Judging, gaps: RawFinding[], outcomes: OutcomeRecord[]): RuleContext {
  const place = (span: Span) => locate(facts.file, facts.lineStarts, span);
  const note = (outcome: OutcomeRecord['outcome'], fact: FactBase, text?: string) => {
    outcomes.push({ rule: rule.id, outcome, ...(text !== undefined ? { note: text } : {}), location: place(fact.span) });
  };
  return {
    report: (fact, report) => gaps.push(rawFinding(rule, facts, fact, report, setting, judging)),
    evidence: (fact, text) => note('pass', fact, text),
    unknown: (fact, reason) => note('unknown', fact, reason),
    notApplicable: (fact) => note('notApplicable', fact),
    siblings: (route) => judging.siblings(route),
    posture: (route) => judging.posture(route),
    routesTo: (fact) => judging.routesTo(fact),
    fileRole: (file) => judging.fileRole(file),
  };
}

/** A place that spans lines is pointed at on its first: whole calls underlined hide the code that they hold. */
function firstLine(span: Span, lineStarts: readonly number[]): Span {
  const next = lineStarts[positionAt(lineStarts, span.start).line];
  return next === undefined || next > span.end ? span : { start: span.start, end: Math.max(span.start + 1, next - 1) };
}

function rawFinding(rule: Rule, facts: FileFacts, fact: FactBase, report: Report, setting: Severity | undefined, judging: Judging): RawFinding {
  const template = rule.messages[report.message];
  if (template === undefined) throw new Error(`${rule.id} has no message ${report.message}`);
  const span = firstLine(report.span ?? fact.span, facts.lineStarts);
  const severity = setting ?? report.severity ?? rule.severity;
  const sure: Confidence = report.confidence ?? rule.confidence;
  const confidence: Confidence = fact.guessed ? (sure === 'high' ? 'medium' : 'low') : sure;
  const related = (report.related ?? []).flatMap((place) => {
    const lineStarts = place.file === facts.file ? facts.lineStarts : judging.lineStarts(place.file);
    return lineStarts ? [{ ...locate(place.file, lineStarts, place.span), message: place.message }] : [];
  });
  const proposals = report.fixes ?? [];
  return {
    finding: {
      rule: rule.id,
      dimension: rule.dimension,
      outcome: 'gap',
      severity,
      confidence,
      location: locate(facts.file, facts.lineStarts, span),
      span,
      message: fill(template, report.data),
      shape: report.message,
      related,
      status: 'open',
      fixes: proposals.map(({ id, kind, title }) => ({ id, kind, title })),
    },
    scope: fact.scope,
    proposals,
    about: fact,
  };
}
