import { leaveOutOfLog } from '../../fixes/leaveOutOfLog';
import type { LogCall, SensitiveKind, SensitiveValue } from '../../model/facts';
import type { Confidence, Severity } from '../../model/finding';
import { defineRule } from '../../model/meta';

const grave: readonly SensitiveKind[] = ['secret', 'card', 'token'];

/** A log line carries what lets people in, or data about a person: everybody who can read the log has it, for as long as logs are kept. */
export default defineRule({
  id: 'pii-in-logs',
  dimension: 'compliance',
  title: 'Personal data or secrets in logs',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [532],
  owasp: ['ASVS 16.2.5', 'ASVS 14.2.4', 'A09'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    secret: '{{names}} is written to the log: whoever reads the log can use it.',
    personal:
      '{{names}} is written to the log: personal data that nobody deletes there, and that everybody with access to the log can read.',
    record: 'All of {{names}} is written to the log, with whatever personal data and secrets it holds or will hold.',
    request: 'All of {{names}} is written to the log, with whatever clients send: passwords, tokens, personal data.',
  },
  needs: ['logCall'],
  logCall(call, context) {
    if (context.fileRole(call.file) !== 'source') return;
    const told = call.sensitive.filter((value) => !isRedacted(call, value));
    if (told.length === 0) return call.sensitive.length > 0 ? context.evidence(call, 'The logger leaves it out.') : undefined;
    if (call.redacts === 'some') return context.unknown(call, "The project's logger masks some of what it is given.");
    if (call.forDevelopers) return context.notApplicable(call);
    const first = told.find(({ what }) => grave.includes(what)) ?? told[0]!;
    const alike = told.filter(({ what }) => groupOf(what) === groupOf(first.what));
    context.report(call, {
      message: groupOf(first.what),
      ...judge(call, first),
      span: first.span,
      data: { names: [...new Set(alike.map(({ name }) => name))].slice(0, 4).join(', ') },
      fixes: [leaveOutOfLog(call, alike)],
    });
  },
});

function groupOf(what: SensitiveKind): 'secret' | 'personal' | 'record' | 'request' {
  return what === 'card' || what === 'token' ? 'secret' : what;
}

/** What the logger itself leaves out: fields, not what has become part of a message. */
function isRedacted({ redacts }: LogCall, { as }: SensitiveValue): boolean {
  return redacts === 'all' || (redacts === 'fields' && as !== 'text');
}

function judge(call: LogCall, { what, as }: SensitiveValue): { severity: Severity; confidence: Confidence } {
  const severity = grave.includes(what) ? 'error' : 'warning';
  // Most servers write no lines for finding faults in production.
  const isFine = call.by !== 'console' && /^(debug|trace|verbose|silly)$/.test(call.level);
  if (isFine || (call.redacts === 'elsewhere' && as !== 'text')) return { severity, confidence: 'low' };
  return { severity, confidence: what === 'secret' || what === 'card' || what === 'personal' ? 'high' : 'medium' };
}
