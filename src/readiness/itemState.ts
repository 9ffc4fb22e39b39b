import type { Confidence, Finding, Severity } from '../model/finding';
import type { Attestation, Item, ItemState, ItemStatus, ReadinessFile } from '../model/readiness';
import { addDays } from './dates';
import type { RuleState } from './ruleState';

/** Ticks without a date of their own stop counting after so many days. */
export const attestationDays = 180;

/** More would not be read; the rest is in the findings themselves. */
const findingLimit = 200;
const evidenceLimit = 50;

const severityCost: Record<Severity, number> = { error: 1, warning: 0.35, info: 0.1 };
const confidenceShare: Record<Confidence, number> = { high: 1, medium: 0.8, low: 0.3 };

/** Items on which one certain error outweighs everything that is right elsewhere. */
const cappedItems: ReadonlySet<string> = new Set(['SEC-1', 'SEC-2', 'SEC-4', 'INTG-2', 'DATA-1']);
const cap = 0.25;

/** Credit for an accepted risk, and the least for gaps that were waived one by one. */
const acceptedCredit = 0.5;

/** What people said about one item, as far as it is in force today. */
interface Statements {
  attestation?: Attestation;
  /** There is a tick, but its time is over. */
  expired: boolean;
  notApplicable?: { reason: string; by: string; on: string };
  acceptedRisk?: { owner: string; reason: string; expires: string };
  lapsedRisk?: { owner: string; expires: string };
}

/** What the state of an item is made from. */
export interface ItemInput {
  item: Item;
  stateOf: (rule: string) => RuleState;
  readiness: ReadinessFile;
  /** Did the project switch this rule off? */
  isOff: (rule: string) => boolean;
  /** Present date as YYYY-MM-DD. */
  today: string;
  /** False while files are still being analysed: nothing can pass by machine yet. */
  isComplete: boolean;
}

/** An open gap of error severity of which we are reasonably sure: nothing a person says makes it go away. */
export function isBlocker(finding: Finding): boolean {
  return finding.severity === 'error' && finding.confidence !== 'low' && (finding.status === 'open' || finding.status === 'baselined');
}

/** Day after which a tick no longer counts. */
export function lastDayOf(attestation: Attestation): string {
  return attestation.expires ?? addDays(attestation.on, attestationDays);
}

function latest<T extends { item: string; on: string }>(entries: readonly T[], item: string): T | undefined {
  return entries
    .filter((entry) => entry.item === item)
    .reduce<T | undefined>((best, entry) => (best && best.on > entry.on ? best : entry), undefined);
}

function statementsOn({ item, readiness, today }: ItemInput): Statements {
  const attestation = latest(readiness.attestations, item.id);
  const notApplicable = latest(readiness.notApplicable, item.id);
  const risk = latest(readiness.acceptedRisks, item.id);
  const statements: Statements = { expired: attestation !== undefined && lastDayOf(attestation) < today };
  if (attestation) statements.attestation = attestation;
  if (notApplicable) statements.notApplicable = notApplicable;
  if (risk && risk.expires >= today) statements.acceptedRisk = risk;
  else if (risk) statements.lapsedRisk = risk;
  return statements;
}

/** What the machine knows about an item. */
interface MachineView {
  verdict: 'gap' | 'clean' | 'unknown' | 'notApplicable' | 'nothing';
  gaps: Finding[];
  accepted: Finding[];
  passes: ItemState['evidence'];
  notRun: string[];
  reasons: string[];
  sites: number;
}

const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
const confidenceOrder: Record<Confidence, number> = { high: 0, medium: 1, low: 2 };

function worstFirst(a: Finding, b: Finding): number {
  return (
    severityOrder[a.severity] - severityOrder[b.severity] ||
    confidenceOrder[a.confidence] - confidenceOrder[b.confidence] ||
    (a.location.file < b.location.file ? -1 : a.location.file > b.location.file ? 1 : a.location.line - b.location.line)
  );
}

function machineView({ item, stateOf, isOff, isComplete }: ItemInput): MachineView {
  const states = item.backedBy.map(stateOf);
  const required = item.requires ? item.requires.map(stateOf) : states;
  const view: MachineView = {
    verdict: 'nothing',
    gaps: states.flatMap(({ gaps }) => gaps).sort(worstFirst),
    accepted: states.flatMap(({ accepted }) => accepted).sort(worstFirst),
    passes: states
      .flatMap(({ passes }) => passes)
      .slice(0, evidenceLimit)
      .map(({ note, rule, location }) => ({ note: note ?? rule, ...(location ? { file: location.file, line: location.line } : {}) })),
    notRun: required.filter(({ verdict }) => verdict === 'notRun').map(({ rule }) => (isOff(rule) ? `${rule} (switched off)` : rule)),
    reasons: [...new Set(required.flatMap(({ reasons }) => reasons))],
    sites: Math.max(
      1,
      states.reduce((sum, { sites }) => sum + sites, 0),
    ),
  };
  if (view.gaps.length > 0) return { ...view, verdict: 'gap' };
  if (required.length === 0) return view;
  if (!isComplete) return { ...view, verdict: 'unknown', reasons: ['Not all files have been analysed yet', ...view.reasons] };
  if (required.some(({ verdict }) => verdict === 'notRun' || verdict === 'unknown')) return { ...view, verdict: 'unknown' };
  return { ...view, verdict: states.some(({ verdict }) => verdict === 'clean') ? 'clean' : 'notApplicable' };
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function costOf(findings: readonly Finding[], sites: number): number {
  const sum = findings.reduce(
    (total, { severity, confidence, occurrences }) => total + severityCost[severity] * confidenceShare[confidence] * (occurrences ?? 1),
    0,
  );
  return sum / Math.sqrt(sites);
}

function gapScore(item: Item, { gaps, accepted, sites }: MachineView): number {
  const score = Math.max(0, 1 - costOf(gaps, sites) - costOf(accepted, sites) / 2);
  const isCapped = cappedItems.has(item.id) && gaps.some(({ severity, confidence }) => severity === 'error' && confidence === 'high');
  return isCapped ? Math.min(cap, score) : score;
}

function gapDetail({ gaps }: MachineView): string {
  const places = gaps.reduce((sum, { occurrences }) => sum + (occurrences ?? 1), 0);
  const files = new Set(gaps.map(({ location }) => location.file)).size;
  const known = gaps.filter(({ status }) => status === 'baselined').length;
  const parts = [`${count(places, 'gap')} in ${count(files, 'file')}`];
  const blockers = gaps.filter(isBlocker).length;
  if (blockers > 0) parts.push(`${blockers} blocking`);
  if (known > 0) parts.push(`${known} in the baseline`);
  return parts.join(', ');
}

function unknownDetail({ reasons, notRun }: MachineView): string {
  const parts = reasons.slice(0, 3);
  if (reasons.length > 3) parts.push(`${reasons.length - 3} more`);
  if (notRun.length > 0) parts.push(`not checked: ${notRun.join(', ')}`);
  const text = parts.join('; ');
  return text === '' ? 'Could not be decided' : text[0]!.toUpperCase() + text.slice(1);
}

function tickDetail(attestation: Attestation): string {
  return `Ticked by ${attestation.by} on ${attestation.on}${attestation.note === undefined ? '' : `: ${attestation.note}`}`;
}

interface Verdict {
  status: ItemStatus;
  score?: number;
  detail: string;
}

/** May a tick stand beside these gaps? Hygiene and guesses do not outweigh a person's word; anything else does. */
function outweighsTick(finding: Finding): boolean {
  return finding.severity !== 'info' && finding.confidence !== 'low';
}

function decide(item: Item, view: MachineView, statements: Statements): Verdict {
  const tick = item.type !== 'auto' && !statements.expired ? statements.attestation : undefined;
  const lapsed = statements.lapsedRisk
    ? `; the risk accepted by ${statements.lapsedRisk.owner} reopened after ${statements.lapsedRisk.expires}`
    : '';
  const risk = statements.acceptedRisk;
  if (view.verdict === 'gap') {
    const detail = gapDetail(view);
    if (tick && !view.gaps.some(outweighsTick)) return { status: 'pass', score: 1, detail: `${tickDetail(tick)} (${detail})` };
    if (risk)
      return {
        status: 'waived',
        score: acceptedCredit,
        detail: `Risk accepted by ${risk.owner} until ${risk.expires}: ${risk.reason} (${detail})`,
      };
    const unheard = tick
      ? `; ticked by ${tick.by}, which does not outweigh them`
      : statements.notApplicable
        ? '; marked as not applicable, yet found'
        : '';
    return { status: 'gap', score: gapScore(item, view), detail: `${detail}${unheard}${lapsed}` };
  }
  if (statements.notApplicable)
    return {
      status: 'notApplicable',
      detail: `${statements.notApplicable.reason} (${statements.notApplicable.by}, ${statements.notApplicable.on})`,
    };
  if (tick) return { status: 'pass', score: 1, detail: tickDetail(tick) };
  if (view.verdict === 'notApplicable') return { status: 'notApplicable', detail: 'Nothing in this project that it applies to' };
  if (risk)
    return { status: 'waived', score: acceptedCredit, detail: `Risk accepted by ${risk.owner} until ${risk.expires}: ${risk.reason}` };
  const late =
    statements.expired && statements.attestation
      ? `; the tick of ${statements.attestation.by} expired on ${lastDayOf(statements.attestation)}`
      : '';
  if (view.verdict === 'unknown') return { status: 'unknown', score: 0, detail: `${unknownDetail(view)}${late}${lapsed}` };
  if (item.type !== 'auto') {
    const seen = view.verdict === 'clean' ? 'Nothing was found against it; a person has to confirm it' : 'Only a person can answer this';
    return { status: 'manual', score: 0, detail: `${seen}${late}${lapsed}` };
  }
  if (view.verdict === 'nothing') return { status: 'unknown', score: 0, detail: 'Nothing checks this yet' };
  if (view.accepted.length > 0) {
    const score = Math.max(acceptedCredit, 1 - costOf(view.accepted, view.sites) / 2);
    return { status: 'waived', score, detail: `${count(view.accepted.length, 'gap')} accepted with a reason, none open` };
  }
  return { status: 'pass', score: 1, detail: `No gap in ${count(view.sites, 'place')}` };
}

/** State of one item from what the machine found and what people said. */
export function itemState(input: ItemInput): ItemState {
  const { item } = input;
  const view = machineView(input);
  const statements = statementsOn(input);
  const { status, score, detail } = decide(item, view, statements);
  const evidence = [...view.passes];
  if (status === 'unknown') evidence.push(...view.reasons.slice(0, evidenceLimit).map((note) => ({ note })));
  if (statements.attestation?.evidence !== undefined) evidence.unshift({ note: statements.attestation.evidence });
  const state: ItemState = {
    item,
    status,
    detail,
    findings: [...new Set([...view.gaps, ...view.accepted].map(({ fingerprint }) => fingerprint))].slice(0, findingLimit),
    evidence,
  };
  if (score !== undefined) state.score = score;
  if (statements.attestation) state.attestation = statements.attestation;
  if (statements.expired) state.expired = true;
  return state;
}
