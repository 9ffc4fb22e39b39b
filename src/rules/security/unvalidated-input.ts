import { validateInput } from '../../fixes/validateInput';
import type { RequestInput } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { Report, RuleContext } from '../../model/rule';

/** What a client sent is used as if it were what the code expects. */
export default defineRule({
  id: 'unvalidated-input',
  dimension: 'security',
  title: 'Input is used without validation',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [20],
  owasp: ['ASVS 2.2.1', 'ASVS 2.2.2', 'API3', 'API8'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'The {{what}} {{does}} without a schema having checked it: a missing field or a wrong type gets that far.',
    asserted: 'The {{what}} is only declared to have a type, which checks nothing at run time, and {{does}}.',
    unheeded:
      'The checks in front of this handler note what they find and refuse nothing, and nobody asks for it: the {{what}} {{does}} whatever they found.',
    manual: 'The {{what}} is checked field by field: a schema would also refuse what nobody thought of.',
  },
  needs: ['requestInput'],
  requestInput(input, context) {
    if (context.fileRole(input.file) !== 'source' || input.source === 'query') return;
    if (input.validated.presence === 'present') return context.evidence(input, `validated by ${input.validated.by ?? 'a schema'}`);
    if (input.signed) return context.evidence(input, 'the sender is verified by a signature');
    if (input.reaches.length === 0)
      return input.manuallyChecked ? context.evidence(input, 'checked field by field') : context.notApplicable(input);
    if (input.validated.presence === 'unknown') return context.unknown(input, input.validated.reason ?? 'something may validate it');
    const outside = beforeHandler(input, context);
    if (outside === 'present') return context.evidence(input, 'validated before the handler');
    if (outside !== 'absent') return context.unknown(input, outside);
    // `mass-assignment` says more of what is stored whole.
    if (input.massAssigned) return;
    const isUnheeded = context.routesTo(input).every(({ guards }) => guards.some(({ kind, noted }) => kind === 'validation' && noted));
    context.report(input, {
      ...judge(input),
      ...(isUnheeded ? { message: 'unheeded' } : {}),
      data: { what: what(input), does: does(input) },
      fixes: [validateInput(input)],
    });
  },
});

/** What middleware, schemas of the route and pipes do before the handler runs. */
function beforeHandler(input: RequestInput, context: RuleContext): string {
  if (input.source === 'message') return 'absent';
  const routes = context.routesTo(input);
  if (routes.length === 0) return 'its handler is registered nowhere that was read';
  if (routes.some((route) => route.guards.some((guard) => guard.kind === 'signature'))) return 'present';
  const verdicts = routes.map((route) => route.roles.validation);
  const unknown = verdicts.find((verdict) => verdict?.presence === 'unknown');
  if (unknown) return unknown.reason ?? 'not all that runs before the handler could be read';
  // What goes by classes passes on what is declared to be of none.
  const isPassed =
    input.classless === true && routes.some(({ guards }) => !guards.some((guard) => guard.kind === 'validation' && !guard.byClass));
  return !isPassed && verdicts.every((verdict) => verdict?.presence === 'present') ? 'present' : 'absent';
}

function judge(input: RequestInput): Pick<Report, 'message' | 'severity' | 'confidence'> {
  if (input.manuallyChecked || input.asksForEach) return { message: 'manual', severity: 'info', confidence: 'low' };
  return {
    message: input.use === 'asserted' ? 'asserted' : 'gap',
    ...(isArgument(input) || isHandedOn(input) || isOpaque(input) ? { confidence: 'low' } : {}),
  };
}

/** Whether anybody but the own pages calls an action with something else is for people to say. */
function isArgument(input: RequestInput): boolean {
  return input.source === 'arguments';
}

/** What is handed whole to a function of the project may be taken apart and checked there. */
function isOpaque(input: RequestInput): boolean {
  return (
    input.indirect === true &&
    (input.fields.length === 0 || (input.fields.length === 1 && /^(unknown|object|array)$/.test(input.fields[0]!.type)))
  );
}

/** What only goes on to another service is checked there, if anywhere. */
function isHandedOn(input: RequestInput): boolean {
  return input.reaches.every((kind) => kind === 'outbound');
}

function what(input: RequestInput): string {
  return {
    body: 'request body',
    form: 'form',
    arguments: 'argument',
    message: 'message',
    query: 'query',
    params: 'path',
    headers: 'headers',
    cookies: 'cookies',
  }[input.source];
}

function does(input: RequestInput): string {
  if (input.reaches.includes('exec')) return 'reaches a command';
  if (input.reaches.includes('write') || input.reaches.includes('privileged')) return 'reaches the database';
  if (input.reaches.includes('paid')) return 'reaches a paid service';
  return input.reaches.includes('outbound') ? 'is sent to another service' : 'decides what is read';
}
