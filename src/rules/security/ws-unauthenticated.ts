import type { Route } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** Serves connections without finding out who connects, although what comes over them changes data, reads private data or spends money. */
export default defineRule({
  id: 'ws-unauthenticated',
  dimension: 'security',
  title: 'Socket without authentication',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  cwe: [306, 1385],
  owasp: ['ASVS 4.4.2', 'ASVS 4.4.3', 'ASVS 4.4.4', 'API2'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'Anyone can connect to {{path}} and {{does}}: neither the connection nor its messages are checked for who sends them.',
    presence: 'Anyone can connect to {{path}} and {{does}}: {{name}} is only looked for and never verified.',
  },
  needs: ['linkedRoute'],
  linkedRoute(route, context) {
    if (route.entry !== 'socket' || context.fileRole(route.file) !== 'source') return;
    const beside = route.method === 'CONNECT' || route.method === 'EVENT' ? context.siblings(route) : [];
    // Where nobody is ever asked, the connection is the place to do it: one report for all that may be sent over it.
    const isShared = !beside.some((other) => other.method === 'EVENT' && other.authentication.presence === 'present');
    const sent = isShared && route.method === 'CONNECT' ? beside.filter((other) => other.method === 'EVENT' && isOpen(other)) : [];
    const sinks = [route, ...sent].flatMap(sinksOf);
    // What only sends out news may be for everybody.
    if (sinks.length === 0 || route.level === 'PUBLIC_DECLARED') return context.notApplicable(route);
    if (route.authentication.presence === 'present') return context.evidence(route, route.authentication.reason);
    if (route.authentication.presence === 'unknown')
      return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    // A check that lets anonymous callers through on purpose serves them on purpose.
    if (route.level === 'OPTIONAL' || route.publicIntent !== undefined) return context.notApplicable(route);
    if (route.method === 'EVENT' && isShared && beside.some((other) => other.method === 'CONNECT' && isOpen(other)))
      return context.notApplicable(route);
    const looked = route.guards.find((guard) => guard.level === 'PRESENCE_ONLY');
    context.report(route, {
      message: looked ? 'presence' : 'gap',
      span: route.head,
      data: { path: addressOf(route), does: deedOf(sinks.map((sink) => sink.kind)), name: looked?.name ?? '' },
    });
  },
});

/** What is done for those who connect or send something, besides telling news. */
function sinksOf(route: Route): Route['sinks'] {
  return route.sinks.filter((sink) => !sink.delegated && !sink.open && sink.kind !== 'outbound');
}

function isOpen(route: Route): boolean {
  return (
    route.authentication.presence === 'absent' &&
    route.level !== 'OPTIONAL' &&
    route.level !== 'PUBLIC_DECLARED' &&
    route.publicIntent === undefined
  );
}

function addressOf(route: Route): string {
  return route.method === 'CONNECT' && route.path !== '/'
    ? route.path
    : route.method === 'CONNECT'
      ? 'this socket'
      : `this socket, send “${route.path}”`;
}

function deedOf(kinds: readonly string[]): string {
  if (kinds.includes('exec')) return 'run commands';
  if (kinds.includes('write') || kinds.includes('privileged')) return 'change data';
  if (kinds.includes('paid')) return 'spend money on a paid service';
  return 'read private data';
}
