import { addGuard } from '../../fixes/addGuard';
import type { Route, RouteGuard } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** A token is asked for and then believed: any string opens the door. */
export default defineRule({
  id: 'presence-only-token-check',
  dimension: 'security',
  title: 'Token is checked for presence only',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [345, 287],
  owasp: ['ASVS 9.1.1', 'ASVS 7.2.1', 'API2'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{method}} {{path}} only looks whether {{name}} is there and never verifies it: any made-up value gets in.',
    before:
      '{{name}} in front of {{method}} {{path}} only looks whether something is there and never verifies it: any made-up value gets in.',
    many: '{{name}} in front of {{method}} {{path}} and {{others}} more here only looks whether something is there and never verifies it: any made-up value gets in.',
    application:
      '{{method}} {{path}} only looks whether {{name}} is there: {{gateway}} has verified it and lets the public key of the application through, which everybody has.',
  },
  needs: ['linkedRoute'],
  supersedes: ['missing-auth-guard'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source' || route.method === 'OPTIONS' || route.entry === 'job' || route.entry === 'socket')
      return;
    if (isOpen(route)) return;
    const check = checkOf(route);
    // A function that looks first and then verifies is a guard that verifies.
    if (!check)
      return route.authentication.presence === 'present' &&
        route.guards.some((guard) => guard.kind === 'authentication' && !guard.unverified)
        ? context.evidence(route, route.authentication.reason)
        : undefined;
    // What gives an identity that it does not verify has a rule of its own.
    if (check.unverified) return context.notApplicable(route);
    if (route.level !== 'PRESENCE_ONLY') return context.evidence(route, route.authentication.reason);
    if (route.authentication.presence === 'unknown')
      return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    // The signature of a message may be verified where nobody could follow.
    const { signature } = route.roles;
    if (signature?.presence === 'unknown' && signature.reason !== undefined) return context.unknown(route, signature.reason);
    // Without anything to protect, or with the token handed on to a service that verifies it, presence is enough.
    if (!isProtecting(route)) return context.notApplicable(route);
    const here = check.file === route.file;
    const others = here ? context.neighbours(route).filter((other) => isReported(other, check)) : [];
    // One check in front of many is told once, with the first of them.
    if (others.some((other) => other.head.start < route.head.start)) return;
    const more = new Set(others.map(({ head }) => head.start)).size;
    const gateway = route.guards.find((guard) => guard.place === 'platform' && guard.level === 'PRESENCE_ONLY');
    context.report(route, {
      // A check in the handler goes by the name of what it looks at, one before it by its own.
      message: gateway ? 'application' : more > 0 ? 'many' : check.place === 'handler' ? 'gap' : 'before',
      span: here ? check.span : route.head,
      data: { method: route.method, path: route.path, name: check.name, gateway: gateway?.name ?? '', others: more },
      related: here ? [] : [{ file: check.file, span: check.span, message: 'The presence check stands here.' }],
      // A guard for one of many leaves the check as it is.
      fixes: more > 0 ? [] : [addGuard(route)],
    });
  },
});

/** What only looks whether something is there. Middleware that a change of its matcher takes away has a rule of its own. */
function checkOf(route: Route): RouteGuard | undefined {
  return route.guards.find(
    (guard) =>
      guard.kind === 'authentication' && guard.level === 'PRESENCE_ONLY' && guard.place !== 'platform' && guard.optimistic === undefined,
  );
}

function isOpen(route: Route): boolean {
  return route.publicIntent !== undefined || route.level === 'PUBLIC_DECLARED';
}

function isProtecting(route: Route): boolean {
  return route.sinks.some((sink) => !sink.delegated);
}

/** Is the same check all that there is in front of another endpoint? */
function isReported(route: Route, check: RouteGuard): boolean {
  const own = checkOf(route);
  const { signature } = route.roles;
  return (
    own?.file === check.file &&
    own.span.start === check.span.start &&
    !own.unverified &&
    route.method !== 'OPTIONS' &&
    route.entry !== 'job' &&
    route.entry !== 'socket' &&
    !isOpen(route) &&
    route.level === 'PRESENCE_ONLY' &&
    route.authentication.presence !== 'unknown' &&
    !(signature?.presence === 'unknown' && signature.reason !== undefined) &&
    isProtecting(route)
  );
}
