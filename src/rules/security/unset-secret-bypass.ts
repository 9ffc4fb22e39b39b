import type { Route, RouteGuard } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { RuleContext } from '../../model/rule';

/** A check of callers that is left out where its setting is missing: whoever forgets to set it lets everybody in. */
export default defineRule({
  id: 'unset-secret-bypass',
  dimension: 'security',
  title: 'Check that a missing setting switches off',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  cwe: [636, 1188],
  owasp: ['ASVS 16.5.3', 'API8', 'A05'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{method}} {{path}} asks for {{setting}} only where it is set: on a server without that setting everybody gets in, and nothing tells. Refuse when it is missing.',
  },
  needs: ['linkedRoute'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source' || route.entry === 'socket' || route.method === 'OPTIONS') return;
    const guard = route.guards.find(({ unset }) => unset !== undefined);
    const setting = guard?.unset;
    if (!guard || setting === undefined || context.fileRole(guard.file) !== 'source') return;
    if (route.authentication.presence === 'present') return context.notApplicable(route);
    // What is open by nature, or does nothing for strangers, needs no such check.
    const matters = route.sinks.some((sink) => !sink.delegated && !sink.open && sink.kind !== 'outbound');
    if (!matters || route.publicIntent !== undefined || route.level === 'PUBLIC_DECLARED') return context.notApplicable(route);
    const demanded = context.demands({ ...route, file: guard.file }, setting);
    if (demanded === 'present') return context.evidence(route, `the application does not start without ${setting}`);
    if (isTold(route, guard, context)) return;
    const here = guard.file === route.file;
    context.report(route, {
      message: 'gap',
      span: here ? guard.span : route.head,
      ...(demanded === 'unknown' ? { confidence: 'low' as const } : {}),
      data: { method: route.method, path: route.path, setting },
      related: here ? [] : [{ file: guard.file, span: guard.span, message: 'The check stands here.' }],
    });
  },
});

/** Does a sibling that comes earlier tell of the same check? */
function isTold(route: Route, guard: RouteGuard, context: RuleContext): boolean {
  return context
    .siblings(route)
    .some(
      (other) =>
        other.guards.some(({ file, span, unset }) => file === guard.file && span.start === guard.span.start && unset !== undefined) &&
        other.authentication.presence !== 'present' &&
        other.publicIntent === undefined &&
        other.sinks.some((sink) => !sink.delegated && !sink.open && sink.kind !== 'outbound') &&
        (other.file === route.file ? other.head.start < route.head.start : other.file < route.file),
    );
}
