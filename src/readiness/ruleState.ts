import type { OutcomeRecord, ProjectResult } from '../engine/api';
import type { Finding } from '../model/finding';
import { addTo } from '../model/grouping';

/** What one rule or check has to say about a project. */
export interface RuleState {
  rule: string;
  /** `clean` found nothing wrong on at least one subject; `notRun` is absent from this version or switched off. */
  verdict: 'gap' | 'clean' | 'unknown' | 'notApplicable' | 'notRun';
  /** Gaps that count: open ones, and those that the baseline knows. */
  gaps: Finding[];
  /** Gaps that somebody has suppressed or waived. */
  accepted: Finding[];
  passes: OutcomeRecord[];
  /** Why it could not be decided, in plain words. */
  reasons: string[];
  /** Number of subjects it judged, at least the number of its findings. */
  sites: number;
}

/** Looks up the state of any rule in one result. Rules that are not in `ranRules` are `notRun` and keep their findings. */
export function ruleStates(result: ProjectResult, ranRules: readonly string[]): (rule: string) => RuleState {
  const ran = new Set(ranRules);
  const gaps = new Map<string, Finding[]>();
  for (const finding of result.findings) if (finding.outcome === 'gap') addTo(gaps, finding.rule, finding);
  const outcomes = new Map<string, OutcomeRecord[]>();
  for (const record of result.outcomes) addTo(outcomes, record.rule, record);
  const states = new Map<string, RuleState>();
  return (rule) => {
    let state = states.get(rule);
    if (!state) {
      state = stateOf(rule, ran.has(rule), gaps.get(rule) ?? [], outcomes.get(rule) ?? [], result.judged?.[rule]);
      states.set(rule, state);
    }
    return state;
  };
}

function stateOf(
  rule: string,
  hasRun: boolean,
  found: readonly Finding[],
  records: readonly OutcomeRecord[],
  judged: number | undefined,
): RuleState {
  const gaps = found.filter(({ status }) => status === 'open' || status === 'baselined');
  const accepted = found.filter(({ status }) => status === 'suppressed' || status === 'waived');
  const passes = records.filter(({ outcome }) => outcome === 'pass');
  const undecided = records.filter(({ outcome }) => outcome === 'unknown' || outcome === 'error');
  const notApplicable = records.filter(({ outcome }) => outcome === 'notApplicable').length;
  const applicable = judged === undefined ? passes.length + accepted.length : judged - notApplicable;
  const reasons = [
    ...new Set(undecided.map(({ note, outcome }) => note ?? (outcome === 'error' ? `${rule} failed` : `${rule} could not tell`))),
  ];
  const state = { rule, gaps, accepted, passes, reasons, sites: Math.max(applicable, gaps.length + accepted.length + passes.length) };
  if (gaps.length > 0) return { ...state, verdict: 'gap' };
  if (!hasRun) return { ...state, verdict: 'notRun' };
  if (undecided.length > 0) return { ...state, verdict: 'unknown' };
  if (applicable > 0 || passes.length > 0) return { ...state, verdict: 'clean' };
  if (judged !== undefined || notApplicable > 0) return { ...state, verdict: 'notApplicable' };
  return { ...state, verdict: 'unknown', reasons: [`${rule} ran, but it is not known on what`] };
}
