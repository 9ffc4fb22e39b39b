import { logError } from '../../fixes/logError';
import type { Route } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** A request ends in a server error, or an action in an error result, and nothing is written down. */
export default defineRule({
  id: 'error-not-logged',
  dimension: 'observability',
  title: 'Server error without a log line',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['fix'],
  cwe: [778],
  owasp: ['ASVS 16.3.4', 'A09'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    reply: 'A failure is answered with {{status}} here and logged nowhere: nobody can find out why it happened.',
    silent: 'A failure is written only to the logger of a server that was made without one: nobody can find out why it happened.',
    result: 'A failure becomes an error result here and is logged nowhere: nobody can find out why it happened.',
  },
  needs: ['catch'],
  catch(caught, context) {
    if (context.fileRole(caught.file) !== 'source' || !['handler', 'webhook', 'job'].includes(caught.role)) return;
    const status = caught.replies?.status;
    const failing = caught.replies ? !caught.replies.success && status !== undefined && status >= 500 : caught.returns === 'error-result';
    if (!failing) return;
    // A health check says by its status that something is down; logging each of them helps nobody.
    if (caught.replies && (probe.test(caught.file) || isProbe(context.routesTo(caught)))) return context.notApplicable(caught);
    const isSilent = context.isSilent(caught);
    if ((caught.logs !== 'no' && !isSilent) || caught.rethrows || caught.forwards) return context.evidence(caught);
    // Nothing is tried that could fail, or only reading what the caller sent.
    if (caught.tried.label === '' || (caught.tried.probe && !caught.replies)) return context.notApplicable(caught);
    context.report(caught, {
      message: isSilent ? 'silent' : caught.replies ? 'reply' : 'result',
      span: caught.head ?? caught.span,
      data: { status: status ?? 'an error' },
      fixes: [logError(caught)],
    });
  },
});

const probe = /(^|[/.-])(health|healthz|health-?checks?|ready|readyz|readiness|live|livez|liveness|ping)([/.-]|$)/i;

/** Is nothing but a probe answered: `app.get('/health', …)`? */
function isProbe(routes: readonly Route[]): boolean {
  return routes.length > 0 && routes.every(({ method, path }) => /^(?:GET|HEAD|ALL)$/.test(method) && probe.test(path));
}
