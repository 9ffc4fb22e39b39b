import type { Finding, Location, Severity, Span } from '../model/finding';
import type { FixOffer } from '../model/fix';
import type { Meta } from '../model/meta';
import { fingerprintKey, fingerprintsOfKeys } from './fingerprint';

/** Ids of the engine's own rules. */
export type OwnRuleId = 'invalid-configuration' | 'expired-waiver' | 'suppression-without-reason' | 'unused-suppression';

const shared = { dimension: 'operational-readiness', confidence: 'high', since: '0.1.0', maturity: 'stable' } as const;

/** What the engine itself reports: about the files and comments that steer it, never about the code. */
export const ownRules: readonly (Meta & { id: OwnRuleId })[] = [
  {
    ...shared,
    id: 'invalid-configuration',
    title: 'Mistake in the configuration of Production Gap',
    severity: 'error',
    fixKinds: [],
    messages: { gap: 'What stands here cannot be understood and is ignored.' },
  },
  {
    ...shared,
    id: 'expired-waiver',
    title: 'Waiver that has expired',
    severity: 'info',
    fixKinds: [],
    messages: { gap: 'The waiver has expired and no longer applies.' },
  },
  {
    ...shared,
    id: 'suppression-without-reason',
    title: 'Suppression of an error without a reason',
    severity: 'warning',
    fixKinds: [],
    messages: { gap: 'An error is only suppressed when the comment gives a reason after " -- ".' },
  },
  {
    ...shared,
    id: 'unused-suppression',
    title: 'Suppression that suppresses nothing',
    severity: 'info',
    fixKinds: ['fix', 'suggestion'],
    messages: { gap: 'Nothing is reported here that this comment could suppress.' },
  },
];

const byId = new Map(ownRules.map((rule) => [rule.id, rule]));

/** Is this an id of the engine's own rules? Those cannot be suppressed, waived or put into a baseline. */
export function isOwnRule(id: string): boolean {
  return byId.has(id as OwnRuleId);
}

/** An own finding before it has a fingerprint. */
export interface OwnDraft {
  rule: OwnRuleId;
  location: Location;
  span: Span;
  /** What stands there, as written. */
  code: string;
  message: string;
  /** Replaces the rule's own severity. */
  severity?: Severity;
  fixes?: FixOffer[];
}

/** Findings of own rules in one file, in the order given. */
export function ownFindings(file: string, drafts: readonly OwnDraft[]): Finding[] {
  const prints = fingerprintsOfKeys(
    file,
    drafts.map(({ rule, code, span }) => ({ key: fingerprintKey(rule, '', code), start: span.start })),
  );
  return drafts.map(({ rule, location, span, message, severity, fixes }, index) => {
    const meta = byId.get(rule)!;
    return {
      rule,
      dimension: meta.dimension,
      outcome: 'gap',
      severity: severity ?? meta.severity,
      confidence: meta.confidence,
      location,
      span,
      message,
      related: [],
      fingerprint: prints[index]!,
      status: 'open',
      fixes: fixes ?? [],
    };
  });
}
