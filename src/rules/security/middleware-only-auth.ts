import { addGuard } from '../../fixes/addGuard';
import { defineRule } from '../../model/meta';

/** Nothing but middleware that requests may get around checks who is calling. */
export default defineRule({
  id: 'middleware-only-auth',
  dimension: 'security',
  title: 'Middleware is the only check of the caller',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [285, 288],
  owasp: ['ASVS 8.3.1', 'API5', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'Only {{name}} in {{file}} checks who calls {{method}} {{path}}: a change of its matcher, or a way around it, opens the endpoint.',
    bypass:
      'Only {{name}} in {{file}} checks who calls {{method}} {{path}}, and in the version that is used requests get around it ({{advisory}}).',
    presence:
      '{{name}} in {{file}} only looks whether something is there, and nothing else checks who calls {{method}} {{path}}: any made-up value gets in.',
  },
  needs: ['linkedRoute'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source' || route.method === 'OPTIONS' || route.method === 'HEAD') return;
    const guards = route.guards.filter(
      (guard) => (guard.kind === 'authentication' || guard.kind === 'signature') && guard.level !== 'NONE',
    );
    const upstream = guards.find((guard) => guard.optimistic && guard.level !== 'OPTIONAL');
    if (!upstream) return;
    const sinks = route.sinks.filter((sink) => !sink.delegated && !sink.open && sink.kind !== 'outbound');
    if (sinks.length === 0 || route.publicIntent !== undefined || route.level === 'PUBLIC_DECLARED') return context.notApplicable(route);
    const own = guards.find((guard) => !guard.optimistic);
    if (own) return own.level === 'PRESENCE_ONLY' ? undefined : context.evidence(route, own.name);
    if (route.authentication.presence === 'unknown')
      return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    const advisory = upstream.optimistic?.bypass;
    const isPresence = route.level === 'PRESENCE_ONLY';
    context.report(route, {
      message: isPresence ? 'presence' : advisory === undefined ? 'gap' : 'bypass',
      span: route.head,
      severity: isPresence || advisory !== undefined ? 'error' : 'warning',
      data: {
        name: upstream.name,
        file: upstream.file.slice(upstream.file.lastIndexOf('/') + 1),
        method: route.method,
        path: route.path,
        advisory: advisory ?? '',
      },
      related: [{ file: upstream.file, span: upstream.span, message: `${upstream.name} checks the caller here.` }],
      fixes: [addGuard(route)],
    });
  },
});
