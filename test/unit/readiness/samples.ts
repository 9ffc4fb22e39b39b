import type { OutcomeRecord, ProjectResult } from '../../../src/engine/api';
import { defaultConfig } from '../../../src/model/config';
import type { Finding } from '../../../src/model/finding';
import type { ItemState, ReadinessFile, Scorecard } from '../../../src/model/readiness';
import { catalog } from '../../../src/readiness/catalog';
import { buildScorecard } from '../../../src/readiness/score';
import { emptyReadiness } from '../../../src/readiness/store';

export const today = '2026-06-15';

let number = 0;

/** A gap of a rule; severity warning and confidence high unless said otherwise. */
export function gap(rule: string, more: Partial<Finding> = {}): Finding {
  number++;
  return {
    rule,
    dimension: 'security',
    outcome: 'gap',
    severity: 'warning',
    confidence: 'high',
    location: { file: 'src/a.ts', line: number, column: 1, endLine: number, endColumn: 2 },
    span: { start: number, end: number + 1 },
    message: `Gap of ${rule}.`,
    related: [],
    fingerprint: `print-${number}`,
    status: 'open',
    fixes: [],
    ...more,
  };
}

/** What a test states; everything else is a project in which nothing was found and nothing said. */
export interface Case {
  findings?: Finding[];
  outcomes?: OutcomeRecord[];
  judged?: Record<string, number>;
  ran?: string[];
  readiness?: Partial<ReadinessFile>;
  isComplete?: boolean;
  off?: string[];
  today?: string;
}

/** The scorecard of a case; rules in `judged` count as run. */
export function scorecard({
  findings = [],
  outcomes = [],
  judged = {},
  ran,
  readiness = {},
  isComplete,
  off = [],
  today: date = today,
}: Case): Scorecard {
  const result: ProjectResult = {
    root: '/project',
    files: { analysed: ['src/a.ts'], skipped: [] },
    findings,
    outcomes,
    judged,
    timings: {},
  };
  return buildScorecard({
    result,
    readiness: { ...emptyReadiness, ...readiness },
    config: { ...defaultConfig, rules: Object.fromEntries(off.map((rule) => [rule, 'off' as const])) },
    today: date,
    ranRules: ran ?? Object.keys(judged),
    isComplete,
  });
}

/** State of one item in a case. */
export function stateOf(id: string, given: Case): ItemState {
  return itemIn(scorecard(given), id);
}

/** State of one item. */
export function itemIn(card: Scorecard, id: string): ItemState {
  const state = card.dimensions.flatMap(({ items }) => items).find(({ item }) => item.id === id);
  if (!state) throw new Error(`No item ${id}`);
  return state;
}

/** Every rule that the catalog names, having judged so many subjects. */
export function allJudged(sites = 4): Record<string, number> {
  return Object.fromEntries(catalog.flatMap(({ backedBy }) => backedBy).map((rule) => [rule, sites]));
}

/** A tick on every item that a person answers. */
export function allTicked(on = '2026-06-01'): ReadinessFile['attestations'] {
  return catalog.filter(({ type }) => type !== 'auto').map(({ id }) => ({ item: id, by: 'Ann', on }));
}
