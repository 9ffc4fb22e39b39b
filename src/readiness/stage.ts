import type { DimensionId } from '../model/dimension';
import type { Finding } from '../model/finding';
import type { DimensionState, ItemState, Scorecard, Stage } from '../model/readiness';
import { isBlocker } from './itemState';
import type { RuleState } from './ruleState';

/** What a gate may look at. */
export interface StageInput {
  dimensions: readonly DimensionState[];
  stateOf: (rule: string) => RuleState;
  /** Gaps that count, by fingerprint. */
  gaps: ReadonlyMap<string, Finding>;
}

/** An item that keeps a gate closed. */
interface Missing {
  state: ItemState;
  reason: string;
}

type Gate = (input: StageInput) => Missing[];

function itemOf({ dimensions }: StageInput, id: string): ItemState {
  for (const { items } of dimensions) for (const state of items) if (state.item.id === id) return state;
  throw new Error(`The catalog has no item ${id}`);
}

/** Met, out of the question, or every gap in it accepted one by one with a reason. */
function isMet(state: ItemState, { gaps }: StageInput): boolean {
  if (state.status === 'pass' || state.status === 'notApplicable') return true;
  return state.status === 'waived' && state.findings.length > 0 && !state.findings.some((print) => gaps.has(print));
}

function met(...ids: string[]): Gate {
  return (input) =>
    ids.flatMap((id) => {
      const state = itemOf(input, id);
      return isMet(state, input) ? [] : [{ state, reason: state.detail }];
    });
}

/** A rule that has run and found nothing certain and bad. */
function noBlocker(id: string, ...rules: string[]): Gate {
  return (input) =>
    rules.flatMap((rule): Missing[] => {
      const { verdict, gaps } = input.stateOf(rule);
      const state = itemOf(input, id);
      if (gaps.some(isBlocker)) return [{ state, reason: state.detail }];
      return verdict === 'notRun' || verdict === 'unknown' ? [{ state, reason: `Not checked: ${rule}` }] : [];
    });
}

/** A rule that has run and found nothing at all. */
function noGap(id: string, rule: string): Gate {
  return (input) => {
    const { verdict } = input.stateOf(rule);
    if (verdict === 'clean' || verdict === 'notApplicable') return [];
    const state = itemOf(input, id);
    return [{ state, reason: verdict === 'gap' ? state.detail : `Not checked: ${rule}` }];
  };
}

/** Dimensions with at least this share of their weight earned. Dimensions without applicable items are left out. */
function atLeast(share: number, ...ids: DimensionId[]): Gate {
  return ({ dimensions }) =>
    dimensions
      .filter(({ dimension, items, score }) => (ids.length === 0 || ids.includes(dimension)) && items.some(isApplicable) && score < share)
      .flatMap(({ items }) => items.filter((state) => isApplicable(state) && (state.score ?? 0) < 1))
      .map((state) => ({ state, reason: state.detail }));
}

function isApplicable({ status }: ItemState): boolean {
  return status !== 'notApplicable';
}

/** Stages after `Demo` in order, each with its gates. A stage is reached when its gates and all earlier ones are open. */
const stages: { stage: Stage; gates: Gate[] }[] = [
  {
    stage: 'Prototype',
    gates: [
      noGap('OPS-1', 'build-checks-disabled'),
      noBlocker('SEC-4', 'hardcoded-secret', 'server-secret-in-client'),
      atLeast(0.4, 'error-handling'),
    ],
  },
  {
    stage: 'Product',
    gates: [
      met('SEC-1', 'SEC-2', 'SEC-4', 'INTG-2', 'DATA-1', 'OBS-1', 'OBS-2', 'COMP-1', 'DATA-7'),
      atLeast(0.75, 'error-handling', 'security', 'data-integrity'),
      atLeast(0.5),
    ],
  },
  { stage: 'System', gates: [atLeast(0.85), met('SCAL-6', 'OPS-4', 'OPS-6', 'OBS-6'), noGap('SCAL-4', 'in-memory-state')] },
];

/** Work that an item still takes: gaps with a fix 1, a question to answer 2, everything else 3. */
function effortOf(state: ItemState, { gaps }: StageInput): number {
  const open = state.findings.flatMap((print) => gaps.get(print) ?? []);
  if (open.length > 0) return open.every(({ fixes }) => fixes.length > 0) ? 1 : 3;
  return state.status === 'manual' ? 2 : 3;
}

/** The stage that is reached, and what is missing for the next one, most weight for the least work first. */
export function stageOf(input: StageInput): Pick<Scorecard, 'stage' | 'next'> {
  let reached: Stage = 'Demo';
  for (const { stage, gates } of stages) {
    const missing = new Map<string, Missing>();
    for (const gate of gates)
      for (const entry of gate(input)) if (!missing.has(entry.state.item.id)) missing.set(entry.state.item.id, entry);
    if (missing.size > 0) {
      const value = ({ state }: Missing): number => state.item.weight / effortOf(state, input);
      const next = [...missing.values()]
        .sort((a, b) => value(b) - value(a))
        .map(({ state, reason }) => ({ item: state.item.id, title: state.item.title, reason }));
      return { stage: reached, next };
    }
    reached = stage;
  }
  return { stage: reached, next: [] };
}
