import type { ProjectResult } from '../engine/api';
import type { Config } from '../model/config';
import { dimensionIds } from '../model/dimension';
import type { DimensionState, ItemState, ReadinessFile, Scorecard } from '../model/readiness';
import { catalog } from './catalog';
import { isBlocker, itemState } from './itemState';
import { ruleStates } from './ruleState';
import { stageOf } from './stage';

/** Everything that readiness is computed from. */
export interface ScorecardInput {
  /** Findings carry the waivers and the baseline already. */
  result: ProjectResult;
  readiness: ReadinessFile;
  config: Config;
  /** Present date as YYYY-MM-DD. */
  today: string;
  /** Ids of the rules and checks that ran. What is missing here is unknown, however clean the rest. */
  ranRules: readonly string[];
  /** False while a scan is still going on; nothing passes by machine until it is done. */
  isComplete?: boolean;
}

/**
 * Readiness of a project: the state of all items, per dimension, and the stage. Pure; detects nothing itself.
 * There is no overall figure on purpose: the stage is the answer, and the worst finding caps.
 */
export function buildScorecard({ result, readiness, config, today, ranRules, isComplete = true }: ScorecardInput): Scorecard {
  const stateOf = ruleStates(result, ranRules);
  const isOff = (rule: string): boolean => config.rules[rule] === 'off';
  const states = catalog.map((item) => itemState({ item, stateOf, readiness, isOff, today, isComplete }));
  const gaps = new Map(
    result.findings
      .filter(({ outcome, status }) => outcome === 'gap' && (status === 'open' || status === 'baselined'))
      .map((finding) => [finding.fingerprint, finding]),
  );
  const dimensions = dimensionIds.map((dimension): DimensionState => {
    const items = states.filter(({ item }) => item.dimension === dimension);
    const rules = new Set(items.flatMap(({ item }) => item.backedBy));
    const found = [...gaps.values()].filter(({ rule }) => rules.has(rule));
    return {
      dimension,
      items,
      met: items.filter(({ status }) => status === 'pass').length,
      gaps: found.length,
      blockers: found.filter(isBlocker).length,
      unknown: items.filter(({ status }) => status === 'unknown').length,
      score: shareOf(items),
    };
  });
  return { dimensions, ...stageOf({ dimensions, stateOf, gaps }), unverified: unverifiedOf(states) };
}

function weightOf(items: readonly ItemState[]): number {
  return items.reduce((sum, { item }) => sum + item.weight, 0);
}

function shareOf(items: readonly ItemState[]): number {
  const applicable = items.filter(({ score }) => score !== undefined);
  if (applicable.length === 0) return 0;
  return applicable.reduce((sum, { item, score }) => sum + item.weight * (score ?? 0), 0) / weightOf(applicable);
}

function unverifiedOf(states: readonly ItemState[]): number {
  const applicable = states.filter(({ score }) => score !== undefined);
  const open = applicable.filter(({ status }) => status === 'unknown' || status === 'manual');
  return applicable.length === 0 ? 0 : weightOf(open) / weightOf(applicable);
}
