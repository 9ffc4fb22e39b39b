import type { FactBase } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { RuleContext } from '../../model/rule';
import { validateInput } from '../../fixes/validateInput';

/** Whatever fields a caller sends are stored. */
export default defineRule({
  id: 'mass-assignment',
  dimension: 'security',
  title: 'Record made from whatever a caller sends',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [915],
  owasp: ['ASVS 15.3.3', 'API3'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'All fields of the {{what}} are stored as they were sent: a caller sets columns that are not in the form, such as a role or an owner.',
    handed: '{{input}} is handed to {{call}}, which stores all of its fields: a caller sets columns that are not in the form, such as a role or an owner.',
  },
  needs: ['requestInput', 'taintedSink'],
  requestInput(input, context) {
    if (!input.massAssigned || context.fileRole(input.file) !== 'source' || input.signed) return;
    if (input.validated.presence !== 'absent' || (input.source !== 'message' && !isUnchecked(input, context))) return;
    context.report(input, { message: 'gap', confidence: 'high', data: { what: parts[input.source] }, fixes: [validateInput(input)] });
  },
  taintedSink(sink, context) {
    if (sink.category !== 'object' || !sink.inside || context.fileRole(sink.file) !== 'source') return;
    const origin = sink.origins.find(({ from, whole, input }) => from === 'request' && whole && (input === 'body' || input === 'form'));
    if (!origin || !isUnchecked(sink, context)) return;
    context.report(sink, {
      message: 'handed',
      span: sink.expression,
      data: { input: origin.label, call: sink.label },
      related: [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} stores it here.` }],
    });
  },
});

const parts = { body: 'request body', form: 'form', arguments: 'argument', message: 'message', query: 'query', params: 'path', headers: 'headers', cookies: 'cookies' };

/** Does nothing in front of the handler check what is sent, or the handler itself who sends it? */
function isUnchecked(fact: FactBase, context: RuleContext): boolean {
  const routes = context.routesTo(fact);
  return routes.length > 0 && routes.every((route) => (route.roles.validation?.presence ?? 'absent') === 'absent' && !route.guards.some(({ kind }) => kind === 'signature'));
}
