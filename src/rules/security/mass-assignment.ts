import type { Route } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { Report } from '../../model/rule';
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
    unused:
      '{{by}} leaves out of what it gives back what its schema does not describe, but the {{what}} is stored as it was sent: a caller sets columns that are not in the form, such as a role or an owner.',
    part: 'All that is in {{part}} is stored as it was sent: a caller sets columns that are not in the form, such as a role or an owner.',
    handed:
      '{{input}} is handed to {{call}}, which stores all of its fields: a caller sets columns that are not in the form, such as a role or an owner.',
  },
  needs: ['requestInput', 'taintedSink'],
  requestInput(input, context) {
    const parts = input.storedParts ?? [];
    if (
      (!input.massAssigned && parts.length === 0) ||
      context.fileRole(input.file) !== 'source' ||
      input.signed ||
      (input.validated.presence !== 'absent' && !input.validated.keeps && !input.validated.unused)
    )
      return;
    const routes = context.routesTo(input);
    const related = keeping(routes);
    if (input.source !== 'message' && !isUnchecked(routes)) return;
    for (const { label, span } of input.validated.unused ? [] : parts)
      context.report(input, { message: 'part', span, data: { part: label }, related });
    if (input.massAssigned)
      context.report(input, {
        message: input.validated.unused ? 'unused' : 'gap',
        confidence: related.length > 0 || input.validated.keeps || input.validated.unused ? 'medium' : 'high',
        data: { what: names[input.source], by: input.validated.by ?? '' },
        // A schema is there: what it lets through is for whoever wrote it to say.
        fixes: input.validated.keeps || input.validated.unused ? [] : [validateInput(input)],
        related,
      });
  },
  taintedSink(sink, context) {
    if (sink.category !== 'object' || !sink.inside || context.fileRole(sink.file) !== 'source') return;
    const origin = sink.origins.find(
      ({ from, whole, record, input }) => from === 'request' && (whole || record) && (input === 'body' || input === 'form'),
    );
    const routes = context.routesTo(sink);
    if (!origin || !isUnchecked(routes)) return;
    context.report(sink, {
      message: 'handed',
      span: sink.expression,
      data: { input: origin.label, call: sink.label },
      related: [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} stores it here.` }, ...keeping(routes)],
    });
  },
});

const names = {
  body: 'request body',
  form: 'form',
  arguments: 'argument',
  message: 'message',
  query: 'query',
  params: 'path',
  headers: 'headers',
  cookies: 'cookies',
};

/** Does nothing in front of the handler decide which fields are let in, or the handler itself who sends them? Who has the server's own secret is a server. */
function isUnchecked(routes: readonly Route[]): boolean {
  return (
    routes.length > 0 &&
    routes.every(
      (route) =>
        route.level !== 'SECRET' &&
        !route.guards.some(({ kind }) => kind === 'signature') &&
        (keeping([route]).length > 0 || (route.roles.validation?.presence ?? 'absent') === 'absent'),
    )
  );
}

/** Checks that let fields through which nobody has described, where there are no others. */
function keeping(routes: readonly Route[]): NonNullable<Report['related']> {
  return routes
    .flatMap(({ guards }) => {
      const checks = guards.filter(({ kind }) => kind === 'validation');
      const [first] = checks.every(({ keeps, keepsUnlessTold }) => keeps || keepsUnlessTold !== undefined) ? checks : [];
      return first
        ? [
            {
              file: first.file,
              span: first.span,
              message: first.keeps
                ? `${first.name} keeps fields that are described nowhere.`
                : `${first.name} keeps fields that are described nowhere, unless it is given ${first.keepsUnlessTold}: true.`,
            },
          ]
        : [];
    })
    .slice(0, 1);
}
