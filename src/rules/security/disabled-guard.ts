import { enableGuard } from '../../fixes/enableGuard';
import { stopAfterAnswer } from '../../fixes/stopAfterAnswer';
import type { Route, RouteGuard } from '../../model/facts';
import type { Span } from '../../model/finding';
import { defineRule } from '../../model/meta';
import type { FixProposal, RuleContext } from '../../model/rule';

/** A guard that is there and does nothing: a comment, a condition that never holds, code that nothing gets to, or an answer without a return. */
export default defineRule({
  id: 'disabled-guard',
  dimension: 'security',
  title: 'Guard put out of action',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [489, 1188, 306, 698],
  owasp: ['ASVS 8.2.1', 'ASVS 15.2.3', 'API2', 'A01', 'A05'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    comment: '{{name}} is only a comment here, and nothing else checks who calls {{method}} {{path}}.',
    never: 'The condition of this check never holds: nothing checks who calls {{method}} {{path}}.',
    unreachable:
      'Nothing gets as far as {{name}}: every request has left before it, and nothing else checks who calls {{method}} {{path}}.',
    'goes-on':
      '{{name}} answers who may not call {{method}} {{path}} and does not stop there: what the endpoint does is done all the same. A return is missing.',
    note: 'A comment says that the check of the caller is left out for now, and nothing checks who calls {{method}} {{path}}.',
  },
  needs: ['linkedRoute'],
  supersedes: ['inconsistent-auth-posture', 'missing-auth-guard', 'admin-surface-unguarded'],
  linkedRoute(route, context) {
    const [first] = route.disabled ?? [];
    if (!first || context.fileRole(route.file) !== 'source' || route.entry === 'job') return;
    if (route.authentication.presence === 'present') return context.evidence(route, route.authentication.reason);
    if (route.authentication.presence === 'unknown')
      return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    const isProtected = route.sinks.some((sink) => !sink.delegated && sink.kind !== 'outbound');
    // What is meant to be open, lets strangers in on purpose, or does nothing for them needs no guard.
    if (!isProtected || route.publicIntent !== undefined || route.level !== 'NONE') return context.notApplicable(route);
    const guard = route.disabled!.find((other) => other.disabled?.known) ?? first;
    const how = guard.disabled!.how;
    const isSure = guard.disabled!.known || how === 'note' || isUsed(guard, route, context);
    const here = guard.file === route.file;
    // A comment can hardly be annotated, and middleware is there for many: what it leaves open is pointed at.
    const isCode = how === 'never' || how === 'unreachable' || how === 'goes-on';
    const isOwn = here && isCode && guard.place === 'handler';
    context.report(route, {
      message: how,
      span: isOwn ? guard.span : route.head,
      data: { name: guard.name, method: route.method, path: route.path },
      ...(isSure ? {} : { severity: 'info', confidence: 'low' }),
      related: isOwn
        ? []
        : [{ file: guard.file, span: guard.span, message: isCode ? 'The guard stands here.' : 'The comment stands here.' }],
      fixes: here ? mends(guard.disabled!, guard.span) : [],
    });
  },
});

function mends({ how, answer }: NonNullable<RouteGuard['disabled']>, span: Span): FixProposal[] {
  if (how === 'comment') return [enableGuard(span)];
  return answer ? [stopAfterAnswer(answer)] : [];
}

/** Do siblings use what the comment names? */
function isUsed({ name }: RouteGuard, route: Route, context: RuleContext): boolean {
  const plain = (text: string): string => text.replace(/\(.*$/, '');
  return context
    .siblings(route)
    .some((sibling) => sibling.guards.some((guard) => guard.kind === 'authentication' && plain(guard.name) === plain(name)));
}
