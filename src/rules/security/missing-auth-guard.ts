import { addGuard } from '../../fixes/addGuard';
import type { Route } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { RuleContext } from '../../model/rule';

/** Answers requests without finding out who asks, although it changes data, reads private data or spends money. */
export default defineRule({
  id: 'missing-auth-guard',
  dimension: 'security',
  title: 'Endpoint without authentication',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [306, 862],
  owasp: ['ASVS 8.2.1', 'ASVS 8.3.1', 'API2', 'API5', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    application: '{{method}} {{path}} {{does}} for anyone with the public key of the application: {{gateway}} lets that key through and nothing else checks who is calling.',
    gap: '{{method}} {{path}} {{does}} without finding out who is calling: anyone who knows the address can use it.',
  },
  needs: ['linkedRoute'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source' || route.entry === 'job' || route.entry === 'socket' || route.entry === 'webhook') return;
    if (route.method === 'OPTIONS' || route.method === 'HEAD') return;
    const sinks = route.sinks.filter((sink) => !sink.delegated && sink.kind !== 'outbound');
    if (sinks.length === 0) return context.notApplicable(route);
    if (route.authentication.presence === 'present') return context.evidence(route, route.authentication.reason);
    if (route.level === 'PUBLIC_DECLARED' || route.publicIntent !== undefined) return context.notApplicable(route);
    if (route.authentication.presence === 'unknown') return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    // Checks that only look whether a token is there have a rule of their own, and so have admin surfaces.
    const gateway = route.guards.find((guard) => guard.place === 'platform' && guard.level === 'PRESENCE_ONLY');
    if ((route.level === 'PRESENCE_ONLY' && !gateway) || isAdminSurface(route.path)) return;
    // A check that lets anonymous callers through on purpose serves them on purpose.
    const optional = route.guards.some((guard) => guard.kind === 'authentication' && guard.level === 'OPTIONAL');
    const reads = sinks.every((sink) => sink.kind === 'read-private');
    // Reading without a caller is often meant: only a sibling that is guarded says that it is not.
    if (optional || (reads && isPublicRead(route, context))) return;
    context.report(route, {
      message: gateway ? 'application' : 'gap',
      span: route.head,
      data: { method: route.method, path: route.path, does: deed(sinks.map((sink) => sink.kind)), gateway: gateway?.name ?? '' },
      severity: reads || gateway ? 'warning' : sinks.some((sink) => sink.kind === 'privileged' || sink.kind === 'exec' || sink.kind === 'write') ? 'error' : 'warning',
      related: context.siblings(route).flatMap((sibling) => sibling.guards.filter((guard) => guard.kind === 'authentication' && guard.place !== 'upstream').slice(0, 1).map((guard) => ({ file: guard.file, span: guard.span, message: `${sibling.method} ${sibling.path} is guarded by ${guard.name}.` }))).slice(0, 3),
      fixes: [addGuard(route)],
    });
  },
});

export function isAdminSurface(path: string): boolean {
  return path.split(/[/.]/).some((segment) => /^(admin|superadmin|super-admin|internal|backoffice|back-office|debug|seed|migrate|impersonate)$/i.test(segment));
}

function isPublicRead(route: Route, context: RuleContext): boolean {
  const siblings = context.siblings(route);
  const guarded = siblings.filter((sibling) => sibling.authentication.presence === 'present').length;
  return siblings.length === 0 ? false : guarded * 2 < siblings.length && /^(GET|QUERY|ALL)$/.test(route.method) && !siblings.some((sibling) => sibling.path === route.path && sibling.method === 'GET');
}

function deed(kinds: readonly string[]): string {
  if (kinds.includes('exec')) return 'runs commands';
  if (kinds.includes('write')) return 'changes data';
  if (kinds.includes('privileged')) return 'uses an administrator’s database access';
  if (kinds.includes('paid')) return 'spends money on a paid service';
  return 'reads stored data';
}
