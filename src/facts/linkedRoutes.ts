import type { FunctionSummary, HandlerRef, Presence, Route, RouteFact, RouteGuard, Sink } from '../model/facts';
import { endpointRoles } from '../model/roles';
import { withoutBelievers } from './decodedTokens';
import { identifies, strongest } from './guardLevels';
import { heedful, holdsFor, holdsForMarked, holdsForMethod } from './guardReach';
import type { Mounts } from './mounts';
import { joinPaths } from './paths';
import { publicByFunction, publicByHandler, publicByMessage, publicByName, publicByPath } from './publicIntent';
import type { Summaries } from './routeTree';
import { reachedBy, type RouteVerdicts } from './routeVerdicts';
import { withoutRepeats } from './sameGuards';
import type { Way } from './ways';

/** The way that decides about a route, and whether others lead to other addresses. */
export type Chosen = Way & { isOneOfMany: boolean };

/** A registration with what was found of it, for one method and one path. */
export interface Link {
  fact: RouteFact;
  method: string;
  path: string;
  way: Chosen;
  /** Guards in front of it and in it, whatever they are for. */
  found: readonly RouteGuard[];
  /** The function that answers in the end. */
  inner: HandlerRef | undefined;
  summary: FunctionSummary | undefined;
  /** What runs before it at the registration. */
  chain: readonly HandlerRef[];
}

interface Held {
  guards: RouteGuard[];
  disabled: RouteGuard[];
  missed: RouteGuard[];
  /** Why it cannot be told who gets past what stands in front. */
  upstream: string | undefined;
}

/** Puts together what is said of an endpoint. */
export class LinkedRoutes {
  constructor(
    private readonly mounts: Mounts,
    private readonly verdicts: RouteVerdicts,
    private readonly summaries: Summaries,
  ) {}

  of(link: Link): Route {
    const { fact, method, path, way, inner, summary, chain } = link;
    const { guards, disabled, missed, upstream } = this.held(link);
    const sinks = [...reachedBy(fact, method, summary), ...this.verdicts.changesOf(summary, way, chain)];
    const deeds = [...new Set([...(summary?.deeds ?? []), ...chain.flatMap((ref) => this.verdicts.deedOf(ref))])];
    const declared = this.summaries.declaredPublic(path, method);
    const marked = fact.declaredPublic ?? way.connection?.declaredPublic;
    const isScheduled = isAddressed(fact) && (method === 'GET' || method === 'ALL');
    const schedule = isScheduled ? this.summaries.scheduleOf?.(fact.file, path) : undefined;
    const isClosed = summary?.stated === 'private' || fact.statedPrivate === true;
    const entrance = this.verdicts.isEntrance(inner) && !fact.passage ? 'people come in here' : undefined;
    const intent = declared ?? marked ?? entrance ?? intentOf(link, isClosed || schedule !== undefined);
    const isMarked = declared !== undefined || (marked !== undefined && !marked.startsWith('comment:'));
    const level = levelOf(guards, sinks, isMarked);
    const authentication = this.verdicts.verdict(level, guards, way, inner, summary, chain, upstream);
    const roles: Route['roles'] = { authentication };
    for (const kind of endpointRoles) roles[kind] = this.verdicts.roleVerdict(kind, method, guards, summary, way, chain);
    if (roles['rate-limit']?.presence === 'absent') roles['rate-limit'] = this.mounts.around.limitedInFront(fact) ?? roles['rate-limit'];
    const lifted = this.mounts.around.lifted(fact);
    return {
      kind: 'linkedRoute',
      file: fact.file,
      span: fact.span,
      ...(fact.fn !== undefined ? { fn: fact.fn } : {}),
      scope: fact.scope,
      inRequestPath: 'present',
      framework: fact.framework,
      entry: fact.entry,
      method,
      path,
      ...(way.isOneOfMany ? { isOneOfMany: true as const } : {}),
      ...(inner?.fn ? { handler: inner.fn } : {}),
      ...(inner ? { handlerSpan: inner.span } : {}),
      guards: guards.filter(({ unbounded }) => unbounded === undefined),
      ...(fact.internal !== undefined ? { internal: fact.internal } : {}),
      ...(disabled.length > 0 ? { disabled } : {}),
      ...(missed.length > 0 ? { missed } : {}),
      authentication,
      level,
      ...(lifted.length > 0 ? { lifted } : {}),
      roles,
      sinks: sinks.map((sink) => ({ ...sink, file: inner?.fn?.file ?? fact.file })),
      ...(deeds.length > 0 ? { deeds } : {}),
      ...this.verdicts.callerUse(summary, chain, guards),
      ...this.verdicts.lookBefore(chain, inner, guards, fact.markers),
      ...(intent !== undefined ? { publicIntent: intent } : {}),
      ...(isClosed ? { statedPrivate: true } : {}),
      ...(schedule !== undefined ? { schedule } : {}),
      group: connectionOf(fact, way) ?? fact.registrar ?? fact.file,
      head: fact.head ?? fact.span,
    };
  }

  /** Guards that run for requests of the method to the path. */
  private held({ fact, method, path, found }: Link): Held {
    const global = this.mounts.around.globalGuards(fact, path, method);
    // What stands with the route or in its handler may look at the path as middleware does; a handler that reads its address for another reason does not.
    const looks = (guard: RouteGuard): boolean =>
      guard.kind === 'authentication' &&
      (guard.place === 'route' || ((guard.place === 'wrapper' || guard.place === 'handler') && (guard.when?.paths.length ?? 0) > 0));
    const holds = (guard: RouteGuard): Presence => (isAddressed(fact) && looks(guard) ? holdsFor(guard, path, fact.file) : 'present');
    const doubted = found.find((guard) => holds(guard) === 'unknown');
    const held = [...global.guards, ...found.filter((guard) => holds(guard) === 'present')].filter(
      (guard) => holdsForMethod(guard, method) && holdsForMarked(guard, fact) && !fact.lifts?.includes(guard.kind),
    );
    // Middleware for some methods leaves a route that answers all of them in doubt.
    const partial =
      method === 'ALL' ? held.find((guard) => guard.methods && guard.kind !== 'csrf' && inFront.test(guard.place)) : undefined;
    const all = partial ? held.filter((guard) => !guard.methods || !inFront.test(guard.place)) : held;
    return {
      guards: withoutRepeats(withoutBelievers(heedful(all.filter((guard) => !guard.disabled)))),
      disabled: withoutRepeats(all.filter((guard) => guard.disabled)),
      missed: withoutRepeats(global.missed),
      upstream:
        global.unknown ??
        (partial && `${partial.name} is for some methods only`) ??
        (doubted && `${doubted.name} decides by path in a way that could not be read`),
    };
  }
}

const inFront = /^(upstream|app|router)$/;

/** Has it an address that anybody may send a request to? */
function isAddressed({ entry }: RouteFact): boolean {
  return entry === 'http' || entry === 'webhook';
}

function levelOf(guards: readonly RouteGuard[], sinks: readonly Sink[], isMarked: boolean): Route['level'] {
  const level = strongest(
    guards
      .filter((guard) => guard.kind === 'authentication' || guard.kind === 'signature')
      .map((guard) => (guard.kind === 'signature' && guard.level !== 'OPTIONAL' ? 'SECRET' : guard.level)),
  );
  if (identifies(level)) return level;
  const left = isDelegated(sinks) ? 'RLS' : level;
  return !identifies(left) && isMarked ? 'PUBLIC_DECLARED' : left;
}

/** Addresses by which accounts of other services are connected, and those to which people are sent back. */
const connecting = /oauth|\bsso\b|saml/i;
const comingBack = /callback|return|redirect|token|\back\b/i;

/** Why an endpoint is meant for everybody, by what it is and is called; `isClosed` where its address says nothing. */
function intentOf({ fact, method, path, summary }: Link, isClosed: boolean): string | undefined {
  if (fact.entry === 'job') return 'no client calls it: it is a job';
  if (summary?.stated === 'public') return 'comment: @access public';
  if (isClosed) return undefined;
  if (isAddressed(fact) || fact.entry === 'rpc') {
    // Who signs in by a service is not known yet; whoever is named in the request could be.
    if (summary?.namesPerson !== undefined && connecting.test(path) && !comingBack.test(path)) return undefined;
    return (
      publicByPath(path, method) ??
      publicByHandler(fact.handler?.alias ?? fact.handler?.name ?? '', method, path) ??
      (fact.entry === 'rpc' && /^\w+$/.test(path) ? publicByFunction(path) : undefined)
    );
  }
  if (fact.entry === 'action') return publicByName(path, fact.file);
  return fact.entry === 'socket' && method !== 'CONNECT' ? publicByMessage(path) : undefined;
}

/** Path of an entry that is no request: procedures are named with dots, sockets have addresses, jobs names. */
export function pathOf(fact: RouteFact, prefix: string): string {
  if (fact.entry === 'job') return fact.path;
  if (fact.entry === 'socket' && fact.methods[0] === 'EVENT') return [prefix.replace(/^\/$/, ''), fact.path].filter(Boolean).join(' ');
  if (fact.entry === 'socket') return fact.path.startsWith('/') ? joinPaths(prefix, fact.path) : fact.path;
  return [prefix, fact.path].filter(Boolean).join('.');
}

function isDelegated(sinks: readonly Sink[]): boolean {
  const data = sinks.filter((sink) => sink.kind === 'write' || sink.kind === 'read-private' || sink.kind === 'privileged');
  return data.length > 0 && data.every((sink) => sink.delegated);
}

/** A connection and what is sent over it belong together. */
function connectionOf(fact: RouteFact, way: Way): string | undefined {
  return (
    way.connection?.entity ??
    (fact.entry === 'socket' && fact.methods[0] === 'CONNECT' && fact.handler?.fn
      ? `${fact.handler.fn.file}#${fact.handler.fn.id}.param0`
      : undefined)
  );
}
