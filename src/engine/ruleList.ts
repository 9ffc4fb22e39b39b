import { checks } from '../checks';
import { rules } from '../rules';
import type { RuleDescription } from './api';
import { describeRules } from './describe';

/** Descriptions of all rules and checks of this version, sorted by id. */
export function ruleList(): RuleDescription[] {
  return describeRules(rules, checks);
}
