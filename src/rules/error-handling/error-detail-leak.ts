import { hideErrorDetail } from '../../fixes/hideErrorDetail';
import type { ErrorLeak } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { RuleContext } from '../../model/rule';

/** The words of an internal error reach the client: table names, paths, queries and stacks among them. */
export default defineRule({
  id: 'error-detail-leak',
  dimension: 'error-handling',
  title: 'Internal error text sent to the client',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [209, 497],
  owasp: ['ASVS 13.4.2', 'ASVS 16.5.1', 'A10'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    message: 'The text of an internal error goes to the client: it can name tables, files, hosts and queries.',
    stack: 'The stack of an error goes to the client: it shows the files and versions of this server.',
    object: 'A whole error goes to the client, with whatever its library put into it.',
    detail: 'Details of an internal error go to the client: they can hold queries, values and addresses of other services.',
    returned: 'The text of an internal error is returned to the browser: it can name tables, files, hosts and queries.',
  },
  needs: ['errorLeak', 'catch'],
  errorLeak(leak, context) {
    if (context.fileRole(leak.file) !== 'source') return;
    if (leak.narrowed) return context.evidence(leak, 'only errors of the application’s own making, or only outside production');
    if (context.hidesMessage(leak)) return context.evidence(leak, 'what the server makes of thrown errors leaves the text out');
    context.report(leak, {
      message: leak.via === 'return' && leak.what === 'message' ? 'returned' : leak.what,
      span: leak.expression,
      severity: leak.what === 'stack' ? 'error' : 'warning',
      confidence: isForSender(leak, context) ? 'low' : confidenceOf(leak),
      fixes: [hideErrorDetail(leak)],
    });
  },
  catch(caught, context) {
    if (context.fileRole(caught.file) !== 'source' || !caught.replies || caught.replies.leaks) return;
    if ((caught.replies.status ?? 0) >= 500) context.evidence(caught, 'answers with a general text');
  },
});

/** Do only senders that sign what they send, such as a queue of one's own, see the answer? */
function isForSender(leak: ErrorLeak, context: RuleContext): boolean {
  const routes = context.routesTo(leak);
  return (
    leak.what !== 'stack' &&
    routes.length > 0 &&
    routes.every(({ guards }) => guards.some(({ kind, level }) => kind === 'signature' && level !== 'NONE'))
  );
}

/** A refusal often carries words that were written for the caller; a failure of the server never does. */
function confidenceOf(leak: ErrorLeak): 'high' | 'medium' | 'low' {
  if (leak.what === 'stack') return 'high';
  if (leak.status !== undefined && leak.status >= 400 && leak.status < 500) return 'low';
  return leak.via === 'reply' && leak.status !== undefined && leak.status >= 500 ? 'high' : 'medium';
}
