import { addGuard } from '../../fixes/addGuard';
import { adminSegment, debugSegment, loginSegment, receivingSegment, tellsEverybody } from '../../model/lexicon';
import { defineRule } from '../../model/meta';

/** Endpoints for administrators that ask for no role, or for nobody at all. */
export default defineRule({
  id: 'admin-surface-unguarded',
  dimension: 'security',
  title: 'Administration endpoint without a role check',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [425, 862],
  owasp: ['ASVS 8.4.2', 'ASVS 8.3.1', 'API5', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    open: '{{method}} {{path}} is an administration endpoint that anyone can call: nothing checks who is asking.',
    role: '{{method}} {{path}} checks that the caller is logged in but not that they are an administrator, as {{roles}} of {{total}} siblings do.',
    debug: '{{method}} {{path}} is a {{segment}} endpoint that anyone can call in production.',
  },
  needs: ['linkedRoute'],
  supersedes: ['missing-auth-guard'],
  linkedRoute(route, context) {
    if (
      context.fileRole(route.file) !== 'source' ||
      route.method === 'OPTIONS' ||
      route.method === 'HEAD' ||
      route.entry === 'job' ||
      route.entry === 'socket'
    )
      return;
    const segments = route.path.split(/[/.]/).filter(Boolean);
    const admin = segments.find((segment) => adminSegment.test(segment));
    const debug = segments.find((segment) => debugSegment.test(segment));
    if (admin === undefined && debug === undefined) return;
    // `admin/login` lets administrators in; `auth/migrate/users` is no way in for being kept beside those.
    const last = segments.findLastIndex((segment) => adminSegment.test(segment) || debugSegment.test(segment));
    const isWayIn = segments.some((segment, index) => loginSegment.test(segment) && (index > last || last === segments.length - 1));
    if (
      isWayIn ||
      route.deeds?.includes('checks-password') ||
      route.level === 'PUBLIC_DECLARED' ||
      (route.publicIntent !== undefined && route.authentication.presence !== 'absent')
    )
      return context.notApplicable(route);
    // Events that are sent to `webhooks/internal` are for another rule; `admin/webhooks` is where they are set up.
    const receives = segments.findIndex((segment) => receivingSegment.test(segment));
    if (receives !== -1 && receives < segments.indexOf(admin ?? debug!)) return context.notApplicable(route);
    const sinks = route.sinks.filter((sink) => !sink.delegated);
    if (
      route.method === 'GET' &&
      debug === undefined &&
      sinks.every(({ kind }) => kind === 'read-private') &&
      tellsEverybody(
        route.path,
        sinks.map(({ target }) => target),
      )
    )
      return context.notApplicable(route);
    if (route.authentication.presence === 'unknown')
      return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    if (route.authentication.presence === 'absent') {
      if (sinks.length === 0 || route.level === 'OPTIONAL') return context.notApplicable(route);
      const message = admin === undefined ? 'debug' : 'open';
      return context.report(route, {
        message,
        span: route.head,
        data: { method: route.method, path: route.path, segment: debug ?? '' },
        fixes: [addGuard(route, { level: 'ROLE' }), addGuard(route)],
      });
    }
    if (route.level !== 'AUTHENTICATED' || admin === undefined || sinks.length === 0)
      return context.evidence(route, route.authentication.reason);
    // Whether any user may be here is for the siblings to say.
    const siblings = context
      .siblings(route)
      .filter(
        (sibling) =>
          sibling.path.split(/[/.]/).some((segment) => segment === admin) &&
          sibling.method !== 'OPTIONS' &&
          sibling.sinks.length > 0 &&
          sibling.publicIntent === undefined &&
          !sibling.path.split(/[/.]/).some((segment) => loginSegment.test(segment)),
      );
    const roles = siblings.filter((sibling) => sibling.level === 'ROLE' || sibling.level === 'OWNER').length;
    if (siblings.length < 3 || roles < siblings.length * 0.8) return context.evidence(route, 'a logged-in caller');
    context.report(route, {
      message: 'role',
      span: route.head,
      severity: 'warning',
      data: { method: route.method, path: route.path, roles, total: siblings.length },
      related: siblings
        .filter((sibling) => sibling.level === 'ROLE')
        .slice(0, 3)
        .flatMap((sibling) =>
          sibling.guards
            .filter((guard) => guard.level === 'ROLE')
            .slice(0, 1)
            .map((guard) => ({ file: guard.file, span: guard.span, message: `${sibling.method} ${sibling.path} requires a role here.` })),
        ),
      fixes: [addGuard(route, { level: 'ROLE' })],
    });
  },
});
