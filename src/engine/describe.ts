import type { Check, Meta, Rule } from '../model/meta';
import type { RuleDescription } from './api';
import { ownRules } from './ownRules';

/** Where the pages of rules and checks can be read. */
const pages = 'https://github.com/production-gap/production-gap/blob/main/docs';

function describe(meta: Meta, kind: RuleDescription['kind']): RuleDescription {
  const { id, dimension, title, severity, confidence, fixKinds, cwe = [], owasp = [], since, maturity } = meta;
  return { id, kind, dimension, title, severity, confidence, fixKinds, cwe, owasp, since, maturity, helpUri: `${pages}/${kind}s/${id}.md` };
}

/** Descriptions of rules and checks, and of what the engine itself reports, sorted by id. */
export function describeRules(rules: readonly Rule[], checks: readonly Check[]): RuleDescription[] {
  return [...[...rules, ...ownRules].map((rule) => describe(rule, 'rule')), ...checks.map((check) => describe(check, 'check'))].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
}
