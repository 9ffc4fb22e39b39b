import { addGuard } from '../../fixes/addGuard';
import type { Route } from '../../model/facts';
import { backstageSegment, entranceSegment, formSegment, harmlessSegment, maybeEntranceSegment } from '../../model/lexicon';
import { defineRule } from '../../model/meta';

/** What lets people in, spends money or stores what strangers send, for whoever calls it as often as they like. */
export default defineRule({
  id: 'missing-rate-limit',
  dimension: 'security',
  title: 'Endpoint without a rate limit',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [307, 770, 799],
  owasp: ['ASVS 2.4.1', 'ASVS 6.3.1', 'API4', 'API6', 'A07'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    password: '{{method}} {{path}} checks passwords as often as it is asked to: a script can try millions of them until one fits.',
    code: '{{method}} {{path}} can be asked without end: a script can try codes or names until one fits.',
    signup: '{{method}} {{path}} makes accounts as often as it is asked to: a script can make thousands of them.',
    message: '{{method}} {{path}} sends a message whenever anybody asks for it: a script can flood people with them and run up the bill.',
    paid: '{{method}} {{path}} uses a paid service for callers that nobody knows, as often as they like: a script can run up the bill.',
    write: '{{method}} {{path}} stores whatever strangers send, as often as they send it: a script can fill the database.',
  },
  needs: ['linkedRoute'],
  supersedes: ['inconsistent-endpoint-posture'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source' || route.entry === 'job' || route.entry === 'webhook') return;
    if (route.method === 'OPTIONS' || route.method === 'HEAD') return;
    const harm = harmOf(route);
    if (!harm) return context.notApplicable(route);
    // Whoever signs what is sent is another service, and that may be verified where nobody could follow.
    const { signature } = route.roles;
    if (signature?.presence === 'unknown' && signature.reason !== undefined) return context.unknown(route, signature.reason);
    const limit = route.roles['rate-limit'] ?? { presence: 'unknown' };
    if (limit.presence === 'present') return context.evidence(route, limit.reason);
    if (limit.presence === 'unknown') return context.unknown(route, limit.reason ?? 'not all that runs before it could be read');
    context.report(route, {
      message: harm,
      span: route.head,
      data: { method: route.method, path: route.path },
      ...(harm === 'write' ? { severity: 'info' as const } : {}),
      fixes: [addGuard(route, { kind: 'rate-limit' })],
    });
  },
});

/** What whoever calls it without end does harm by. */
function harmOf(route: Route): 'password' | 'code' | 'signup' | 'message' | 'paid' | 'write' | undefined {
  const segments = route.path.split(/[/.]/).filter(Boolean);
  const deeds = route.deeds ?? [];
  const sinks = route.sinks.filter((sink) => !sink.delegated && !sink.memory);
  const messages = sinks.some((sink) => sink.notifies);
  const last = segments.filter((segment) => !/^[:[{*]/.test(segment)).pop() ?? '';
  const isEntrance = entranceSegment.test(last) && !fastens(segments);
  // Whoever shows a secret or a signature is another service; administrators are known once they are in.
  const isBackstage = segments.some((segment) => backstageSegment.test(segment)) && !(isEntrance && deeds.includes('checks-password'));
  // A secret that people type is a password: all of them have the same one, and it can be tried like any.
  const isOfService = route.level === 'SECRET' && !(isEntrance && deeds.includes('checks-password'));
  if (isOfService || route.guards.some(({ kind }) => kind === 'signature') || isBackstage) return undefined;
  const isKnown = route.authentication.presence === 'present' && !(isEntrance && deeds.includes('checks-password'));
  // An invitation or a link that was sent lets its owner in; only what is tried to get in by is judged then.
  // Middleware that lets guests go on invites nobody.
  const isInvited =
    route.level === 'OPTIONAL' &&
    route.guards.some(({ kind, level, place }) => kind === 'authentication' && level === 'OPTIONAL' && place === 'handler');
  if (isKnown || harmlessSegment.test(last) || (isInvited && !isEntrance)) return undefined;
  if (route.method !== 'GET') {
    if (deeds.includes('checks-password')) return 'password';
    // Whoever holds a connection is counted by that elsewhere.
    if (route.entry === 'socket') return undefined;
    const entrance = isEntrance || segments.some((segment) => maybeEntranceSegment.test(segment));
    if (entrance && (messages || (sendingName.test(last) && sinks.length > 0))) return 'message';
    const acts = isEntrance ? deeds.length + sinks.length > 0 : entrance && deeds.length > 0;
    if (acts && !lookingUp.test(last))
      return /sign-?_?up|regist/i.test(last) || (deeds.includes('sets-password') && !/reset|forgot|otp|code|verif/i.test(last))
        ? 'signup'
        : 'code';
  }
  // Who calls is found out elsewhere, or is not meant to be.
  if (isInvited || route.authentication.presence === 'unknown') return undefined;
  if (messages) return 'message';
  if (sinks.some((sink) => sink.kind === 'paid')) return 'paid';
  const isMeant =
    route.publicIntent !== undefined &&
    ((formSegment.test(last) && !settled.test(last)) || !/open by nature$|^comment:/.test(route.publicIntent));
  return isMeant && route.method !== 'GET' && sinks.some((sink) => sink.kind === 'write') ? 'write' : undefined;
}

/** `/boards/:id/pin`, `/notes/pin`: what keeps something on top of a list, where nobody has a code of digits. */
function fastens(segments: readonly string[]): boolean {
  const [last, ...before] = [...segments].reverse();
  const named = before.find((segment) => !/^[:[{*$]/.test(segment)) ?? '';
  const isOfOne = before[0] !== undefined && before[0] !== named;
  return (
    last === 'pin' &&
    (isOfOne || /[^s]s$/.test(named)) &&
    !/^(?:user|account|member|customer|client|employee|staff|card|wallet|device|door|lock|auth|login|me)s?$/i.test(named)
  );
}

/** Names of what has a message sent, by whatever means. */
const sendingName = /^(re-?_?)?send[-_]?\w*(email|mail|code|otp|sms|verification|invit|link)/i;

/** Names of what is done once to what is there already. */
const settled = /^(verify|confirm|un|delete|remove|update|cancel)/i;

/** Names of functions that only tell something. */
const lookingUp = /^(get|find|list|resolve|is|has|check)(?=[A-Z_-])/;
