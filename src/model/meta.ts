import type { CheckContext, ProjectView } from './check';
import type { DimensionId } from './dimension';
import type { Confidence, Severity } from './finding';
import type { FactKind, FactOf } from './facts';
import type { FixKind } from './fix';
import type { RuleContext } from './rule';

/** Lifecycle of a rule or check: only `stable` ones are on by default. */
export type Maturity = 'preview' | 'stable' | 'deprecated';

/** Head that rules and checks share. Fields are written in this order. */
export interface Meta {
  /** Lower-case noun phrase that names the gap; equals the file name. */
  id: string;
  dimension: DimensionId;
  title: string;
  severity: Severity;
  confidence: Confidence;
  fixKinds: FixKind[];
  /** CWE numbers, looked up. */
  cwe?: number[];
  /** OWASP references: "ASVS 16.5.3", "API5", "A01". */
  owasp?: string[];
  /** Version in which it first shipped. */
  since: string;
  maturity: Maturity;
  /** Message texts by key; `{{name}}` is replaced by the report's data. */
  messages: Record<string, string>;
}

/** Metadata of a rule. */
export interface RuleMeta extends Meta {
  /** Kinds of facts it judges; the runner hands over nothing else. */
  needs: FactKind[];
  /** Rules that say less: where both report the same fact, the surer one speaks, and with the graver severity. */
  supersedes?: string[];
  /** Rules behind whose gaps it has nothing to say yet: that it speaks once such a gap is closed is no reason against closing it. */
  follows?: string[];
}

/** A listener for each fact kind that the rule needs. */
export type RuleListeners = { [K in FactKind]?: (fact: FactOf<K>, context: RuleContext) => void };

/** A rule: metadata and listeners in one object. */
export type Rule = RuleMeta & RuleListeners;

/** Metadata of a project-level check. */
export interface CheckMeta extends Meta {
  /** Words for the checklist when the check passes. */
  passTitle: string;
}

/** A check: metadata and one function that ends in an outcome. */
export type Check = CheckMeta & { run(project: ProjectView, context: CheckContext): void };

const idGrammar = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Is this a well-formed id of a rule or check: a lower-case noun phrase with hyphens, not starting with `no-` or `require-`? */
export function isRuleId(id: string): boolean {
  return idGrammar.test(id) && !/^(no|require)-/.test(id);
}

function assertMeta(meta: Meta): void {
  if (!isRuleId(meta.id)) throw new Error(`Bad id: ${meta.id}`);
  if (Object.keys(meta.messages).length === 0) throw new Error(`${meta.id} has no messages`);
}

/** Declares a rule. Throws if the id or the messages are malformed, or if a needed kind has no listener. */
export function defineRule(rule: Rule): Rule {
  assertMeta(rule);
  for (const kind of rule.needs) if (!rule[kind]) throw new Error(`${rule.id} needs ${kind} but does not listen to it`);
  return rule;
}

/** Declares a check. Throws if the id or the messages are malformed. */
export function defineCheck(check: Check): Check {
  assertMeta(check);
  return check;
}
