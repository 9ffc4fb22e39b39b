import { passOnThrown } from '../../fixes/passOnThrown';
import { wrapWithTryCatch } from '../../fixes/wrapWithTryCatch';
import type { AsyncCallback } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { Address } from '../../model/rule';

/** An async function whose rejection nobody looks at: a route of a framework that ignores promises, a listener, a timer. */
export default defineRule({
  id: 'unhandled-async-handler',
  dimension: 'error-handling',
  title: 'Async handler whose errors reach nobody',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [248, 755],
  owasp: ['ASVS 16.5.3', 'ASVS 16.5.4', 'A10'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    route: '{{label}}: when this async handler fails, nobody is told: the request hangs and the process can exit.',
    listener: 'When this async listener of {{label}} fails, nobody catches it and the process can exit.',
    timer: 'When this async function fails, {{label}} does not notice: the rejection is unhandled and the process can exit.',
    iteration: '{{label}} does not wait for this async function: its failure is unhandled and the process can exit.',
    executor: 'An error in this async executor does not reject the promise: whoever waits for it waits for ever.',
    callback: 'Nobody waits for this async callback of {{label}}: its failure is unhandled and the process can exit.',
    routeHeard: '{{label}}: when this async handler fails, the request hangs: a listener of the process hears of it, and nobody answers.',
    heard:
      'When this async function of {{label}} fails, nobody catches it: a listener of the process hears of it, and what was begun stays half done.',
    later: 'What is thrown in this callback of {{label}} is caught by nobody: the process exits, with all requests in it.',
  },
  needs: ['asyncCallback'],
  asyncCallback(callback, context) {
    if (context.fileRole(callback.file) !== 'source') return;
    // What is thrown while a server starts ends it, as it should.
    if (callback.role === 'later' && callback.inRequestPath !== 'present') return;
    if (callback.rejection === 'caught' || callback.rejection === 'handled-by-framework') return context.evidence(callback);
    if (callback.rejection === 'unknown')
      return context.unknown(callback, `it could not be told what becomes of errors in ${callback.label}`);
    context.report(callback, {
      message: messageOf(callback, context.outlives(callback) === 'present'),
      span: callback.head ?? callback.unprotected[0] ?? callback.span,
      data: { label: callback.role === 'route' ? addressOf(callback, context.addressesAt(callback)) : callback.label },
      severity: callback.role === 'route' || callback.role === 'later' ? 'error' : isShutdown(callback) ? 'info' : 'warning',
      confidence: callback.role === 'route' ? 'high' : 'medium',
      fixes: callback.role === 'later' ? [passOnThrown(callback)] : [wrapWithTryCatch(callback)],
    });
  },
});

function messageOf({ role }: AsyncCallback, outlives: boolean): string {
  if (outlives && role === 'route') return 'routeHeard';
  if (outlives && (role === 'emitter' || role === 'timer' || role === 'iteration' || role === 'callback')) return 'heard';
  if (role === 'emitter') return 'listener';
  return role === 'promise-executor' ? 'executor' : role;
}

/** The full address where exactly one is known, else what is written at the route. */
function addressOf(callback: AsyncCallback, routes: readonly Address[]): string {
  const [route] = routes;
  return route && routes.length === 1 && !route.isOneOfMany ? `${route.method} ${route.path}` : callback.label;
}

/** Listeners of signals run when the process ends anyway. */
function isShutdown({ role, label }: AsyncCallback): boolean {
  return role === 'emitter' && /'(SIG[A-Z0-9]+|exit|beforeExit|disconnect)'$/.test(label);
}
