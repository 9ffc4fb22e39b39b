import { addGuard } from '../../fixes/addGuard';
import { privateWord } from '../../model/lexicon';
import { defineRule } from '../../model/meta';

/** A function that was written for the server alone and that everybody can call, because of where it is exported. */
export default defineRule({
  id: 'exported-server-function',
  dimension: 'security',
  title: 'Server function exported to everybody',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [749, 306, 862],
  owasp: ['ASVS 8.2.1', 'ASVS 13.4.5', 'API5', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{name}} reads as if only the server called it ({{why}}), but its export lets everybody call it: it {{does}} without finding out who is calling.',
  },
  needs: ['linkedRoute'],
  supersedes: ['missing-auth-guard', 'inconsistent-auth-posture'],
  linkedRoute(route, context) {
    if (route.internal === undefined || context.fileRole(route.file) !== 'source') return;
    if (route.authentication.presence === 'present') return context.evidence(route, route.authentication.reason);
    const sinks = route.sinks.filter((sink) => !sink.delegated && !sink.open && sink.kind !== 'outbound');
    if (sinks.length === 0 || route.publicIntent !== undefined || route.level !== 'NONE') return context.notApplicable(route);
    if (route.authentication.presence === 'unknown')
      return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    const kinds = sinks.map((sink) => sink.kind);
    const name = route.path.slice(route.path.lastIndexOf('.') + 1);
    const reads = kinds.every((kind) => kind === 'read-private');
    // A yes or no gives little away; what anybody may read may also be read by other functions of the server.
    if (/^(is|has|can|check|validate|verify|ensure|assert)[A-Z]/.test(name)) return context.notApplicable(route);
    if (reads && ![route.path, ...sinks.map((sink) => sink.target ?? '')].some((word) => privateWord.test(word)))
      return context.notApplicable(route);
    context.report(route, {
      message: 'gap',
      span: route.head,
      severity: reads ? 'warning' : 'error',
      data: {
        name,
        why: route.internal,
        does: kinds.includes('exec')
          ? 'runs commands'
          : kinds.includes('write')
            ? 'changes data'
            : kinds.includes('privileged')
              ? 'uses an administrator’s database access'
              : kinds.includes('paid')
                ? 'spends money on a paid service'
                : 'reads private data',
      },
      fixes: [addGuard(route)],
    });
  },
});
