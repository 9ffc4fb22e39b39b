import { enableRowLevelSecurity } from '../../fixes/migrations';
import { defineRule } from '../../model/meta';

/** A table that clients reach directly, and that does not tell one from another. */
export default defineRule({
  id: 'rls-disabled',
  dimension: 'security',
  title: 'Table without row level security',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion', 'scaffold'],
  cwe: [862],
  owasp: ['ASVS 8.2.2', 'API1', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{table}} has no row level security: {{who}} can read, change and delete every row.',
    off: 'Row level security of {{table}} is switched off again: {{who}} can read, change and delete every row.',
    idle: '{{table}} has {{policies}}, because row level security is not switched on: {{who}} can read, change and delete every row.',
    read: '{{table}} has no row level security: {{who}} can read {{columns}} of everybody.',
  },
  needs: ['table'],
  table(table, context) {
    const { exposure, rls, policies, disabledAt, sensitive, written } = table;
    if (exposure.presence === 'absent') return context.notApplicable(table);
    if (rls === 'present') return context.evidence(table, `${written} has row level security.`);
    if (rls === 'unknown') return context.unknown(table, table.rlsReason ?? 'its state cannot be seen');
    if (exposure.presence === 'unknown') return context.unknown(table, exposure.reason);
    // Data for everybody that nobody can change needs no policies.
    if (!exposure.writable && sensitive.length === 0) return context.notApplicable(table);
    const message = !exposure.writable ? 'read' : disabledAt ? 'off' : policies.length > 0 ? 'idle' : 'gap';
    context.report(table, {
      message,
      data: {
        table: written,
        who: exposure.roles.includes('anon') ? 'whoever has the public key' : 'everybody who signs in',
        policies: policies.length === 1 ? 'a policy that does nothing' : `${policies.length} policies that do nothing`,
        columns: sensitive.join(', '),
      },
      related: [
        ...(disabledAt ? [{ ...disabledAt, message: 'It is switched off here.' }] : []),
        ...policies.slice(0, 3).map(({ name, place }) => ({ ...place, message: `The policy "${name}" has no effect.` })),
      ],
      fixes: enableRowLevelSecurity(table),
    });
  },
});
