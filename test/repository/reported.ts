import type { Fact } from '../../src/model/facts';
import type { FixKind } from '../../src/model/fix';
import type { Rule, RuleListeners } from '../../src/model/meta';
import type { RuleContext } from '../../src/model/rule';

/** What a rule was seen to report. */
export interface Reported {
  messages: Set<string>;
  fixKinds: Set<FixKind>;
  /** Placeholders of messages that a report left empty: `gap: path`. */
  missing: Set<string>;
}

/** The same rule, which also notes what it reports. */
export function observed(rule: Rule): { rule: Rule; reported: Reported } {
  const reported: Reported = { messages: new Set(), fixKinds: new Set(), missing: new Set() };
  const listeners = rule.needs.map((kind) => {
    const listener = rule[kind] as (fact: Fact, context: RuleContext) => void;
    const observing = (fact: Fact, context: RuleContext): void =>
      listener(fact, {
        ...context,
        report(subject, report) {
          reported.messages.add(report.message);
          for (const fix of report.fixes ?? []) reported.fixKinds.add(fix.kind);
          for (const [, name] of (rule.messages[report.message] ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)) {
            if (report.data?.[name!] === undefined) reported.missing.add(`${report.message}: ${name}`);
          }
          context.report(subject, report);
        },
      });
    return [kind, observing] as const;
  });
  return { rule: { ...rule, ...(Object.fromEntries(listeners) as RuleListeners) }, reported };
}

/** What the metadata of a rule says that its fixtures never show, or the other way round, one sentence each. */
export function differencesFrom(rule: Rule, reported: Reported): string[] {
  const never = Object.keys(rule.messages).filter((key) => !reported.messages.has(key));
  const unseen = rule.fixKinds.filter((kind) => !reported.fixKinds.has(kind));
  const undeclared = [...reported.fixKinds].filter((kind) => !rule.fixKinds.includes(kind));
  return [
    ...never.map((key) => `no fixture of ${rule.id} makes it report the message ${key}`),
    ...[...reported.missing].map((place) => `${rule.id} leaves a placeholder of a message empty (${place})`),
    ...unseen.map((kind) => `${rule.id} declares the fix kind ${kind}, which no fixture is offered`),
    ...undeclared.map((kind) => `${rule.id} offers the fix kind ${kind}, which it does not declare`),
  ];
}
