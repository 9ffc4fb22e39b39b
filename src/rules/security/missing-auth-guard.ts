import { addGuard } from '../../fixes/addGuard';
import type { Route, Sink } from '../../model/facts';
import {
  aboutWhat,
  backstageSegment,
  isCatalogue,
  isCatalogueTable,
  isPublicFigures,
  maybePrivateWord,
  privateWord,
  resourceOf,
} from '../../model/lexicon';
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
    gap: '{{method}} {{path}} {{does}} without finding out who is calling: anyone who knows the address can use it.',
    schedule:
      '{{method}} {{path}} {{does}} for anyone who knows the address: {{file}} has it called on a schedule, and nothing checks that it is the schedule that calls.',
    form: '{{method}} {{path}} sends mail for anyone who knows the address: a script can flood mailboxes with it and spend what mails cost. A limit per caller is enough for a public form.',
    application:
      '{{method}} {{path}} {{does}} for anyone with the public key of the application: {{gateway}} lets that key through and nothing else checks who is calling.',
  },
  needs: ['linkedRoute'],
  supersedes: ['missing-rate-limit', 'inconsistent-endpoint-posture'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source' || route.entry === 'job' || route.entry === 'socket' || route.entry === 'webhook') return;
    if (route.method === 'OPTIONS' || route.method === 'HEAD' || route.path.split(/[/.]/).some((segment) => backstageSegment.test(segment)))
      return;
    const sinks = route.sinks.filter((sink) => !sink.delegated && !sink.open && sink.kind !== 'outbound');
    if (sinks.length === 0) return context.notApplicable(route);
    if (route.authentication.presence === 'present') return context.evidence(route, route.authentication.reason);
    if (route.level === 'PUBLIC_DECLARED' || route.publicIntent !== undefined) return context.notApplicable(route);
    if (route.authentication.presence === 'unknown')
      return context.unknown(route, route.authentication.reason ?? 'not all of its guards could be read');
    // Whoever comes in with a password is not known before.
    if (route.deeds?.includes('checks-password')) return context.notApplicable(route);
    const gateway = route.guards.find((guard) => guard.place === 'platform' && guard.level === 'PRESENCE_ONLY');
    // Checks that only look whether a token is there have a rule of their own.
    if (route.level === 'PRESENCE_ONLY' && !gateway) return;
    // A check that lets anonymous callers through on purpose serves them on purpose.
    if (route.guards.some((guard) => guard.kind === 'authentication' && guard.level === 'OPTIONAL')) return context.notApplicable(route);
    // Forms that tell the owner something are public on purpose; what they want is a limit.
    const mails = route.schedule === undefined && sinks.every((sink) => sink.notifies);
    const isLimited = route.roles['rate-limit']?.presence === 'present';
    if (isLimited && sinks.some((sink) => sink.notifies) && sinks.every((sink) => sink.notifies || sink.kind === 'read-private'))
      return context.notApplicable(route);
    // A form among endpoints that ask who calls, with a limit of its own, is for people without an account; what changes one thing of many is none.
    if (
      route.method === 'POST' &&
      !/[:{[*]/.test(route.path) &&
      sinks.every(({ kind, notifies }) => notifies || kind === 'read-private' || kind === 'write') &&
      context.posture(route)?.forStrangers
    )
      return context.notApplicable(route);
    const reads = sinks.every((sink) => sink.kind === 'read-private');
    // Reading without a caller is often meant; names of private things or a guarded sibling say that it is not.
    if (
      reads &&
      route.statedPrivate !== true &&
      (isCatalogue(route.path) ||
        isPublicFigures(route.path) ||
        sinks.every((sink) => isCatalogueTable(sink.target ?? '')) ||
        !readsPrivately(route, context))
    )
      return context.notApplicable(route);
    context.report(route, {
      message: route.schedule !== undefined ? 'schedule' : mails ? 'form' : gateway ? 'application' : 'gap',
      span: route.head,
      data: { method: route.method, path: route.path, does: deed(sinks), gateway: gateway?.name ?? '', file: route.schedule ?? '' },
      ...(mails ? { confidence: 'low' as const } : {}),
      severity: mails ? 'info' : isGrave(sinks, gateway !== undefined) ? 'error' : 'warning',
      related: guardedSiblings(route, context),
      // What lets users in would keep the schedule out.
      fixes: route.schedule === undefined ? [addGuard(route)] : [],
    });
  },
});

function readsPrivately(route: Route, context: RuleContext): boolean {
  const words = [aboutWhat(route.path), ...route.sinks.flatMap((sink) => (sink.open ? [] : [sink.target ?? '']))];
  if (!words.some((word) => privateWord.test(word))) return false;
  const siblings = context.siblings(route).filter((sibling) => sibling.sinks.length > 0);
  // What is shown to everybody as often as not is taken for what the rest of it is taken for.
  if (!words.some((word) => privateWord.test(word.replace(maybePrivateWord, '')))) {
    const beside = siblings.filter((sibling) => resourceOf(sibling.path) === resourceOf(route.path));
    const asking = beside.filter((sibling) => sibling.authentication.presence === 'present').length;
    if (siblings.length >= 10 && asking * 3 <= beside.length) return false;
  }
  const guarded = siblings.filter((sibling) => sibling.authentication.presence === 'present').length;
  return siblings.length < 3 || guarded * 2 >= siblings.length;
}

function guardedSiblings(route: Route, context: RuleContext): { file: string; span: { start: number; end: number }; message: string }[] {
  const related: { file: string; span: { start: number; end: number }; message: string }[] = [];
  for (const sibling of context.siblings(route)) {
    const guard = sibling.guards.find(({ kind, level }) => kind === 'authentication' && level !== 'PRESENCE_ONLY' && level !== 'OPTIONAL');
    if (!guard) continue;
    related.push({ file: guard.file, span: guard.span, message: `${sibling.method} ${sibling.path} is guarded by ${guard.name}.` });
    if (related.length === 3) break;
  }
  return related;
}

/** Whoever has an account of their choice needs no other way in: a key that everybody has does not make that better. */
function isGrave(sinks: readonly Sink[], asksForKey: boolean): boolean {
  return sinks.some(({ kind, accounts }) => accounts || (!asksForKey && (kind === 'write' || kind === 'privileged' || kind === 'exec')));
}

function deed(sinks: readonly Sink[]): string {
  const kinds = sinks.map(({ kind }) => kind);
  if (sinks.some(({ accounts }) => accounts)) return 'makes, changes or removes accounts';
  if (kinds.includes('exec')) return 'runs commands';
  if (kinds.includes('write')) return 'changes data';
  if (kinds.includes('privileged')) return 'uses an administrator’s database access';
  if (kinds.includes('paid')) return 'spends money on a paid service';
  return 'reads private data';
}
