import { addGuard } from '../../fixes/addGuard';
import type { RouteGuard } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** The middleware that guards its siblings never runs for an endpoint: its matcher leaves the path out. */
export default defineRule({
  id: 'middleware-matcher-gap',
  dimension: 'security',
  title: 'Endpoint that the matcher of the middleware leaves out',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [862, 863],
  owasp: ['ASVS 8.2.1', 'ASVS 8.3.1', 'API5', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{name}} in {{file}} guards {{count}}, but its matcher leaves out {{method}} {{path}}, and nothing else checks who calls it.',
  },
  needs: ['linkedRoute'],
  supersedes: ['missing-auth-guard', 'inconsistent-auth-posture'],
  linkedRoute(route, context) {
    const [missed] = route.missed ?? [];
    if (!missed || context.fileRole(route.file) !== 'source' || route.method === 'OPTIONS' || route.method === 'HEAD') return;
    if (route.authentication.presence === 'present') return context.evidence(route, route.authentication.reason);
    const sinks = route.sinks.filter((sink) => !sink.delegated && !sink.open && sink.kind !== 'outbound');
    if (sinks.length === 0 || route.publicIntent !== undefined || route.level !== 'NONE') return context.notApplicable(route);
    if (route.authentication.presence === 'unknown')
      return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    // A matcher for pages alone says nothing of endpoints: one under the same folder has to rely on it.
    const relying = context
      .siblings(route)
      .filter(
        (sibling) =>
          sibling.sinks.length > 0 && topOf(sibling.path) === topOf(route.path) && sibling.guards.some((guard) => isSame(guard, missed)),
      );
    if (relying.length === 0) return context.notApplicable(route);
    const reads = sinks.every((sink) => sink.kind === 'read-private');
    context.report(route, {
      message: 'gap',
      span: route.head,
      severity: reads ? 'warning' : 'error',
      data: {
        name: missed.name,
        file: missed.file.slice(missed.file.lastIndexOf('/') + 1),
        count: relying.length === 1 ? 'another endpoint' : `${relying.length} other endpoints`,
        method: route.method,
        path: route.path,
      },
      related: [
        { file: missed.file, span: missed.span, message: `${missed.name} checks the caller here.` },
        ...relying
          .slice(0, 2)
          .map((sibling) => ({ file: sibling.file, span: sibling.head, message: `${sibling.method} ${sibling.path} is covered.` })),
      ],
      fixes: [addGuard(route)],
    });
  },
});

function topOf(path: string): string | undefined {
  return path.split('/')[1];
}

function isSame(guard: RouteGuard, missed: RouteGuard): boolean {
  return guard.place === 'upstream' && guard.file === missed.file && guard.span.start === missed.span.start;
}
