import type {
  DeclaredKind,
  Fact,
  FileFacts,
  FunctionRef,
  FunctionSummary,
  GuardLevel,
  HandlerRef,
  MessageHandler,
  MountFact,
  Presence,
  Route,
  RouteFact,
  RouteGuard,
  Sink,
} from '../model/facts';
import { joined } from '../model/grouping';
import { endpointRoles } from '../model/roles';
import { FactsByKind } from './factsByKind';
import { FilledTemplates } from './filledTemplates';
import { ChainGuards, innermost, wrappersOf } from './chainGuards';
import { withoutBelievers } from './decodedTokens';
import { identifies, strongest } from './guardLevels';
import { heedful, holdsFor, holdsForMarked, holdsForMethod } from './guardReach';
import { MessageHandlers } from './messageHandlers';
import { Mounts } from './mounts';
import { joinPaths } from './paths';
import { publicByHandler, publicByMessage, publicByName, publicByPath } from './publicIntent';
import { reachedBy, RouteVerdicts } from './routeVerdicts';
import { RowPlaces } from './rowPlaces';
import { withoutRepeats } from './sameGuards';
import type { Tables } from './tables';
import type { Way } from './ways';

/** What linking asks about functions. */
export interface Summaries {
  summary(ref: FunctionRef): FunctionSummary | undefined;
  declaredGuard(ref: FunctionRef | undefined, name: string | undefined): GuardLevel | undefined;
  /** What else the team says that a function does: validate, limit rates, log. */
  declaredKind(ref: FunctionRef | undefined, name: string | undefined): DeclaredKind | undefined;
  /** Reason why the configuration declares an endpoint open. */
  declaredPublic(path: string, method: string): string | undefined;
  /** The file by which a proxy or platform limits requests before they get here. */
  platformLimit?(): string | undefined;
  /** The file by which the platform calls a route on a schedule, by the file and the address of the route. */
  scheduleOf?(file: string, path: string): string | undefined;
}

/** The way that decides about a route, and whether others lead to other addresses. */
type Chosen = Way & { isOneOfMany: boolean };

/** Links routes with everything that runs before them. Knows routes and mounts of all files; works out one file's routes at a time. */
export class RouteTree {
  private readonly guards: ChainGuards;
  private readonly mounts: Mounts;
  private readonly verdicts: RouteVerdicts;
  private readonly byFile = new Map<
    string,
    { routes: RouteFact[]; mounts: MountFact[]; builders: FileFacts['summary']['builders'] | undefined; handlers: MessageHandler[] }
  >();
  private readonly linked = new Map<string, Route[]>();
  /** Routes of facts that have not changed since, with the summaries that they rest on. */
  private linkedFacts = new WeakMap<
    RouteFact,
    { routes: Route[]; refs: readonly FunctionRef[]; summaries: readonly (FunctionSummary | undefined)[] }
  >();
  /** The last list of each file, so that the same routes come in the same list. */
  private readonly lists = new Map<string, Route[]>();
  private readonly templates = new FilledTemplates();
  private readonly rows = new RowPlaces();
  private readonly messages = new MessageHandlers();
  private readonly linking = new FactsByKind(['route', 'mount', 'messageHandler', 'tableRow']);
  private asked: Map<FunctionRef, FunctionSummary | undefined> | undefined;

  constructor(
    private readonly tables: Tables,
    private readonly summaries: Summaries,
  ) {
    const summaryOf = (ref: FunctionRef): FunctionSummary | undefined => this.summary(ref);
    this.guards = new ChainGuards(tables, summaries, summaryOf);
    this.mounts = new Mounts(tables, summaries, this.guards, summaryOf, this.templates);
    this.verdicts = new RouteVerdicts(tables, summaryOf);
  }

  /** Does a registrar serve a whole application: itself, under the name of a parameter, or as a folder of files? */
  isApplication(entity: string): boolean {
    return this.mounts.isApplication(entity);
  }

  /** Takes the present facts of a file, in `parts` by statement where that is known. Returns true when routes of other files may be linked differently now. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const old = this.byFile.get(file);
    const { route: routes, mount: mounts, messageHandler: handlers, tableRow: rows } = this.linking.in(parts);
    this.linked.delete(file);
    const builders = facts?.summary.builders;
    if (old?.builders !== builders) {
      for (const { entity } of Object.values(old?.builders ?? {})) this.guards.builders.delete(entity);
      for (const builder of Object.values(builders ?? {})) this.guards.builders.set(builder.entity, { ...builder, file });
      // Procedures of the file are built on others of it.
      for (const fact of routes) this.linkedFacts.delete(fact);
    }
    const runElse = this.messages.update(old?.handlers ?? [], handlers);
    const same = old !== undefined && shape(old.mounts) === shape(mounts);
    const shown = this.rows.update(file, rows, old?.routes ?? [], routes);
    for (const other of shown) this.linked.delete(other);
    const standsElsewhere =
      this.templates.update([...(old?.routes ?? []), ...(old?.mounts ?? [])], [...routes, ...mounts]) || shown.size > 0;
    for (const mount of old?.mounts ?? []) this.mounts.drop(mount);
    if (facts) this.byFile.set(file, { routes, mounts, builders, handlers });
    else this.byFile.delete(file);
    for (const fact of [...routes, ...mounts]) if (fact.rooted && fact.registrar !== undefined) this.mounts.addRoot(fact.registrar);
    for (const mount of mounts) this.mounts.add(mount);
    if (!runElse && (same || ((old?.mounts.length ?? 0) === 0 && mounts.length === 0))) {
      if (standsElsewhere) this.linked.clear();
      return standsElsewhere;
    }
    this.invalidate();
    return true;
  }

  /** Functions are different from what they were: routes that rest on one of these are linked anew. */
  recheck(): void {
    this.linked.clear();
  }

  /** Anything may be linked differently. */
  invalidate(): void {
    this.linked.clear();
    this.mounts.around.invalidate();
    this.linkedFacts = new WeakMap();
  }

  /** The list that `routes` would give without linking anything anew. */
  present(file: string): readonly Route[] | undefined {
    return this.linked.get(file);
  }

  files(): string[] {
    const own = [...this.byFile.entries()].filter(([, entry]) => entry.routes.length > 0).map(([file]) => file);
    return [...new Set([...own, ...this.rows.files()])];
  }

  /** Linked routes of a file, one per method. */
  routes(file: string): readonly Route[] {
    let routes = this.linked.get(file);
    if (!routes) {
      const own = (this.byFile.get(file)?.routes ?? []).filter((fact) => !this.templates.isFilled(fact) && !this.rows.isElsewhere(fact));
      const fresh = joined([
        ...own.map((fact) => this.linkedOf(fact)),
        ...this.rows.shownIn(file).map((fact) => this.linkedOf(fact).map((route) => this.rows.placed(fact, route))),
      ]);
      const old = this.lists.get(file);
      routes = old?.length === fresh.length && old.every((route, index) => route === fresh[index]) ? old : fresh;
      this.linked.set(file, routes);
      this.lists.set(file, routes);
    }
    return routes;
  }

  /** Routes of a fact; those of one that is as it was, and whose functions do what they did, stay. */
  private linkedOf(fact: RouteFact): Route[] {
    const known = this.linkedFacts.get(fact);
    if (known?.refs.every((ref, index) => this.summaries.summary(ref) === known.summaries[index])) return known.routes;
    const outer = this.asked;
    const asked = new Map<FunctionRef, FunctionSummary | undefined>();
    this.asked = asked;
    try {
      const routes = this.link(fact);
      this.linkedFacts.set(fact, { routes, refs: [...asked.keys()], summaries: [...asked.values()] });
      return routes;
    } finally {
      this.asked = outer;
    }
  }

  private summary(ref: FunctionRef): FunctionSummary | undefined {
    const summary = this.summaries.summary(ref);
    this.asked?.set(ref, summary);
    return summary;
  }

  /** Linked routes whose handler stands in a file, wherever they are registered. */
  handledIn(file: string): Route[] {
    return this.all().filter((route) => (route.handler?.file ?? route.file) === file);
  }

  all(): Route[] {
    return this.files().flatMap((file) => [...this.routes(file)]);
  }

  private link(written: RouteFact): Route[] {
    if (this.isPassage(written)) return [];
    const reached = this.reached(this.given(written));
    const place = this.mounts.around.placeOf(reached.file);
    // A module that nothing places answers nothing.
    if (reached.path === '' && !place && reached.registrar?.startsWith('file-routes:')) return [];
    const fact = place ? { ...reached, path: place.prefix } : reached;
    const isFree = fact.entry === 'job' || fact.entry === 'socket';
    // Whatever made a job, somebody starts it.
    const ways: Way[] =
      fact.registrar === undefined || fact.entry === 'job'
        ? [{ prefix: '', guards: [], mounted: isFree || fact.entry === 'rpc' || fact.rooted === true }]
        : this.mounts.waysTo(fact.registrar, fact.path, fact.order, new Set(), fact);
    // A router that is mounted twice is as open as its most open way.
    const worst = ways.reduce((former, way) => (strength(way) < strength(former) ? way : former));
    const best: Chosen = { ...worst, isOneOfMany: ways.some(({ prefix }) => prefix !== worst.prefix) };
    if (fact.loose && !best.connection) return [];
    const isHttp = fact.entry === 'http' || fact.entry === 'webhook';
    const paths = isHttp
      ? this.mounts.versionsOf(fact).map((version) => joinPaths(best.prefix, version, fact.path))
      : [pathOf(fact, best.prefix)];
    const inner = innermost(fact.handler);
    const chainRefs = [...fact.chain, ...wrappersOf(fact.handler)];
    const own = chainRefs
      .filter((ref) => !this.mounts.around.exempts(ref, fact) || !fact.chain.includes(ref))
      .flatMap((ref) => this.guards.guardsOf(ref, fact.chain.includes(ref) ? 'route' : 'wrapper', fact.file));
    const summary = this.messages.together(inner?.fn && this.summary(inner.fn), (ref) => this.summary(ref));
    const inside: RouteGuard[] = (summary?.guards ?? [])
      .filter(({ handed }) => handed !== 'identity')
      .map(({ handed, ...guard }) => ({
        ...guard,
        ...(handed === 'part' && identifies(guard.level) ? { level: 'OPTIONAL' as const } : {}),
        file: inner!.fn!.file,
        place: 'handler',
      }));
    // `export const { GET, POST } = serve(…)`: what a library hands out may guard itself.
    const made =
      inner && !inner.fn && this.tables.call(inner.path)?.guard ? this.guards.guardsOf({ ...inner, wraps: [] }, 'handler', fact.file) : [];
    const asleep: RouteGuard[] = (written.disabled ?? []).map((guard) => ({ ...guard, file: written.file, place: 'route' }));
    const guards = [...best.guards, ...own, ...made, ...inside, ...asleep];
    const methods = fact.methods.length > 0 ? fact.methods : ['ALL'];
    return paths.flatMap((path) => methods.map((method) => this.routeOf(fact, method, path, best, guards, inner, summary, chainRefs)));
  }

  /** The registration with what parameters of the functions around it hold in their place. */
  private given(fact: RouteFact): RouteFact {
    const chain = this.mounts.given.fill(fact.chain);
    const handlers = fact.handler ? this.mounts.given.fill([fact.handler]) : [];
    const handler = handlers.length === 1 ? handlers[0]! : fact.handler;
    return chain === fact.chain && handler === fact.handler ? fact : { ...fact, chain: [...chain], ...(handler ? { handler } : {}) };
  }

  /** Does all that is registered hand requests on or refuse them? Then it is middleware and answers nothing. */
  private isPassage(fact: RouteFact): boolean {
    const { handler } = fact;
    return fact.passage === true && handler?.fn !== undefined && this.summary(handler.fn)?.passesOn === true;
  }

  /** The registration up to the first function that hands nothing on: what stands behind it never runs. */
  private reached(fact: RouteFact): RouteFact {
    const last = fact.chain.findIndex((ref) => this.isLast(ref));
    return last === -1 ? fact : { ...fact, chain: fact.chain.slice(0, last), handler: fact.chain[last]! };
  }

  private isLast(ref: HandlerRef): boolean {
    if (ref.wraps && ref.wraps.length > 0) return ref.catches === true && this.isLast(ref.wraps[ref.wraps.length - 1]!);
    return ref.fn !== undefined && this.summary(ref.fn)?.passesOn === false;
  }

  private routeOf(
    fact: RouteFact,
    method: string,
    path: string,
    way: Chosen,
    found: readonly RouteGuard[],
    inner: HandlerRef | undefined,
    summary: FunctionSummary | undefined,
    chain: readonly HandlerRef[],
  ): Route {
    const global = this.mounts.around.globalGuards(fact, path, method);
    // What stands with the route or in its handler may look at the path as middleware does; a handler that reads its address for another reason does not.
    const isAddress = fact.entry === 'http' || fact.entry === 'webhook';
    const looks = (guard: RouteGuard): boolean =>
      guard.kind === 'authentication' &&
      (guard.place === 'route' || ((guard.place === 'wrapper' || guard.place === 'handler') && (guard.when?.paths.length ?? 0) > 0));
    const holds = (guard: RouteGuard): Presence => (isAddress && looks(guard) ? holdsFor(guard, path, fact.file) : 'present');
    const doubted = found.find((guard) => holds(guard) === 'unknown');
    const held = [...global.guards, ...found.filter((guard) => holds(guard) === 'present')].filter(
      (guard) => holdsForMethod(guard, method) && holdsForMarked(guard, fact) && !fact.lifts?.includes(guard.kind),
    );
    // Middleware for some methods leaves a route that answers all of them in doubt.
    const partial = method === 'ALL' ? held.find((guard) => guard.methods && /^(upstream|app|router)$/.test(guard.place)) : undefined;
    const all = partial ? held.filter((guard) => !guard.methods || !/^(upstream|app|router)$/.test(guard.place)) : held;
    const guards = withoutRepeats(withoutBelievers(heedful(all.filter((guard) => !guard.disabled))));
    const disabled = withoutRepeats(all.filter((guard) => guard.disabled));
    const upstream =
      global.unknown ??
      (partial && `${partial.name} is for some methods only`) ??
      (doubted && `${doubted.name} decides by path in a way that could not be read`);
    const sinks = [...reachedBy(fact, method, summary), ...this.verdicts.changesOf(summary, way, chain)];
    const deeds = [...new Set([...(summary?.deeds ?? []), ...chain.flatMap((ref) => this.verdicts.deedOf(ref))])];
    const levels = guards
      .filter((guard) => guard.kind === 'authentication' || guard.kind === 'signature')
      .map((guard) => (guard.kind === 'signature' && guard.level !== 'OPTIONAL' ? 'SECRET' : guard.level));
    let level = strongest(levels);
    const declared = this.summaries.declaredPublic(path, method);
    const marked = fact.declaredPublic ?? way.connection?.declaredPublic;
    const started = fact.entry === 'job' ? 'no client calls it: it is a job' : undefined;
    const isAddressed = fact.entry === 'http' || fact.entry === 'webhook';
    const schedule = isAddressed && (method === 'GET' || method === 'ALL') ? this.summaries.scheduleOf?.(fact.file, path) : undefined;
    const said = summary?.stated === 'public' ? 'comment: @access public' : undefined;
    const isClosed = summary?.stated === 'private' || fact.statedPrivate === true;
    const intent =
      declared ??
      marked ??
      started ??
      said ??
      (isClosed
        ? undefined
        : schedule !== undefined
          ? undefined
          : isAddressed || fact.entry === 'rpc'
            ? (publicByPath(path) ?? publicByHandler(fact.handler?.alias ?? fact.handler?.name ?? '', method, path))
            : fact.entry === 'action'
              ? publicByName(path, fact.file)
              : fact.entry === 'socket' && method !== 'CONNECT'
                ? publicByMessage(path)
                : undefined);
    if (!identifies(level) && isDelegated(sinks)) level = 'RLS';
    if (!identifies(level) && (declared !== undefined || (marked !== undefined && !marked.startsWith('comment:'))))
      level = 'PUBLIC_DECLARED';
    const authentication = this.verdicts.verdict(level, guards, way, inner, summary, chain, upstream);
    const roles: Route['roles'] = { authentication };
    for (const kind of endpointRoles) roles[kind] = this.verdicts.roleVerdict(kind, method, guards, summary, way, chain);
    if (roles['rate-limit']?.presence === 'absent') roles['rate-limit'] = this.mounts.around.limitedInFront(fact) ?? roles['rate-limit'];
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
      guards,
      ...(fact.internal !== undefined ? { internal: fact.internal } : {}),
      ...(disabled.length > 0 ? { disabled } : {}),
      ...(global.missed.length > 0 ? { missed: withoutRepeats(global.missed) } : {}),
      authentication,
      level,
      roles,
      sinks: sinks.map((sink) => ({ ...sink, file: inner?.fn?.file ?? fact.file })),
      ...(deeds.length > 0 ? { deeds } : {}),
      ...this.verdicts.callerUse(summary, chain, guards),
      ...(intent !== undefined ? { publicIntent: intent } : {}),
      ...(isClosed ? { statedPrivate: true } : {}),
      ...(schedule !== undefined ? { schedule } : {}),
      group: connectionOf(fact, way) ?? fact.registrar ?? fact.file,
      head: fact.head ?? fact.span,
    };
  }
}

/** Path of an entry that is no request: procedures are named with dots, sockets have addresses, jobs names. */
function pathOf(fact: RouteFact, prefix: string): string {
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

function strength(way: Way): number {
  if (way.guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) return 3;
  return way.mounted ? (way.unknown === undefined ? 0 : 1) : 2;
}

/** Mounts without positions: typing above them must not relink the project. */
function shape(mounts: readonly MountFact[]): string {
  return JSON.stringify(mounts, (key, value: unknown) => (key === 'span' || key === 'order' ? undefined : value));
}

export type { Presence };
