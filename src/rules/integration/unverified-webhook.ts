import { receivingSegment, sendingSegment } from '../../model/lexicon';
import { defineRule } from '../../model/meta';

/** Acts on what a message says although nothing verifies that the service sent it: anybody who knows the address sends one too. */
export default defineRule({
  id: 'unverified-webhook',
  dimension: 'integration',
  title: 'Webhook without a verified sender',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [345, 347],
  owasp: ['ASVS 9.1.1', 'API10', 'A08'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{method}} {{path}} {{does}} on the word of whoever calls it: no signature or secret is verified, so anybody who knows the address can send it events of their own making.',
    skipped:
      '{{method}} {{path}} {{does}} although {{guard}} may be skipped or its result is not heeded: a message that fails the verification is acted on all the same.',
    unset:
      '{{method}} {{path}} {{does}} on the word of whoever calls it where {{setting}} is not set: only with it {{guard}} is asked for. Refuse every message while it is missing.',
  },
  needs: ['linkedRoute'],
  supersedes: ['missing-auth-guard', 'inconsistent-auth-posture', 'presence-only-token-check', 'unset-secret-bypass'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source' || (route.entry !== 'http' && route.entry !== 'webhook')) return;
    if (
      !/^(POST|PUT|ALL|ANY)$/.test(route.method) ||
      !route.path.split('/').some((segment) => receivingSegment.test(segment) && !sendingSegment.test(segment))
    )
      return;
    if (route.authentication.presence === 'present') return context.evidence(route, route.authentication.reason);
    const signature = route.roles.signature ?? { presence: 'unknown' as const };
    const sinks = route.sinks.filter((sink) => !sink.delegated && !sink.memory && sink.kind !== 'outbound' && sink.kind !== 'read-private');
    if (sinks.length === 0 || route.level === 'PUBLIC_DECLARED') return context.notApplicable(route);
    const skipped = route.guards.find((guard) => guard.kind === 'signature' && guard.level === 'OPTIONAL');
    if (!skipped && signature.presence === 'present') return context.evidence(route, signature.reason);
    const unread = [signature, route.authentication].find(({ presence }) => presence === 'unknown');
    if (!skipped && unread) return context.unknown(route, unread.reason ?? 'not all of what runs for it could be read');
    const demanded = skipped?.unset === undefined ? 'absent' : context.demands({ ...route, file: skipped.file }, skipped.unset);
    if (demanded === 'present') return context.evidence(route, `the application does not start without ${skipped!.unset}`);
    // A platform that asks for a key first lets fewer callers in, and hardly a service that sends events.
    const isBehindGateway = route.guards.some((guard) => guard.place === 'platform');
    context.report(route, {
      message: !skipped ? 'gap' : skipped.unset === undefined ? 'skipped' : 'unset',
      span: route.head,
      data: {
        method: route.method,
        path: route.path,
        does: deed(sinks.map((sink) => sink.kind)),
        guard: skipped?.name ?? '',
        setting: skipped?.unset ?? '',
      },
      ...(isBehindGateway ? { severity: 'warning' as const } : {}),
      ...(isBehindGateway || demanded === 'unknown' ? { confidence: 'low' as const } : {}),
    });
  },
});

function deed(kinds: readonly string[]): string {
  if (kinds.includes('exec')) return 'runs commands';
  if (kinds.includes('write')) return 'changes data';
  if (kinds.includes('privileged')) return 'uses an administrator’s database access';
  return 'spends money on a paid service';
}
