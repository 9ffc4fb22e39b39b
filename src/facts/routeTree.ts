import type { AccountDeed, DeclaredKind, FileFacts, FunctionRef, FunctionSummary, GuardKind, GuardLevel, HandlerRef, MountFact, PathRule, Presence, Route, RouteFact, RouteGuard, Sink, Verdict } from '../model/facts';
import { addTo } from '../model/grouping';
import { limiterName } from '../model/lexicon';
import { endpointRoles } from '../model/roles';
import { identifies, strongest, weakest } from './guardLevels';
import { matcherCovers, pathCovers, joinPaths } from './paths';
import { publicByHandler, publicByMessage, publicByName, publicByPath } from './publicIntent';
import { withoutRepeats } from './sameGuards';
import type { Tables } from './tables';

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

const guardName = /(^|[^a-z])(auth|authn|authz|authenticate|authenticated|authorize|authorized|protect|protected|guard|jwt|session|login|signedin|admin|role|permission|verifytoken|verify_token|checktoken|currentuser|requireuser|ensureuser|isuser|acl|rbac)/i;
const validationName = /valid(ate|ator|ation)|schema|celebrate|sanitiz|\bdto\b|parse(Body|Request|Input)/i;
const deepest = 12;

interface Way {
  prefix: string;
  /** Connection of a server that it leads through, with the reason why that is open to all. */
  connection?: { entity: string; declaredPublic?: string };
  guards: RouteGuard[];
  unknown?: string;
  mounted: boolean;
}

/** The way that decides about a route, and whether others lead to other addresses. */
type Chosen = Way & { isOneOfMany: boolean };

/** Links routes with everything that runs before them. Knows routes and mounts of all files; works out one file's routes at a time. */
export class RouteTree {
  private readonly byFile = new Map<string, { routes: RouteFact[]; mounts: MountFact[]; builders: FileFacts['summary']['builders'] | undefined }>();
  private readonly mountsOn = new Map<string, MountFact[]>();
  private readonly mountsOf = new Map<string, MountFact[]>();
  private readonly builders = new Map<string, { base?: string; uses: HandlerRef[]; file: string; span: { start: number; end: number } }>();
  private readonly linked = new Map<string, Route[]>();
  /** Routes of facts that have not changed since, with the summaries that they rest on. */
  private linkedFacts = new WeakMap<RouteFact, { routes: Route[]; refs: readonly FunctionRef[]; summaries: readonly (FunctionSummary | undefined)[] }>();
  /** The last list of each file, so that the same routes come in the same list. */
  private readonly lists = new Map<string, Route[]>();
  private asked: Map<FunctionRef, FunctionSummary | undefined> | undefined;
  /** Entities that are applications. */
  private readonly roots = new Set<string>();

  constructor(
    private readonly tables: Tables,
    private readonly summaries: Summaries,
  ) {}

  /** Takes the present facts of a file. Returns true when routes of other files may be linked differently now. */
  update(file: string, facts: FileFacts | undefined): boolean {
    const old = this.byFile.get(file);
    const routes: RouteFact[] = [];
    const mounts: MountFact[] = [];
    for (const fact of facts?.facts ?? []) {
      if (fact.kind === 'route') routes.push(fact);
      else if (fact.kind === 'mount') mounts.push(fact);
    }
    this.linked.delete(file);
    const builders = facts?.summary.builders;
    if (old?.builders !== builders) {
      for (const { entity } of Object.values(old?.builders ?? {})) this.builders.delete(entity);
      for (const builder of Object.values(builders ?? {})) this.builders.set(builder.entity, { ...builder, file });
      // Procedures of the file are built on others of it.
      for (const fact of routes) this.linkedFacts.delete(fact);
    }
    const same = old !== undefined && shape(old.mounts) === shape(mounts);
    for (const mount of old?.mounts ?? []) this.drop(mount);
    if (facts) this.byFile.set(file, { routes, mounts, builders });
    else this.byFile.delete(file);
    for (const fact of [...routes, ...mounts]) if (fact.rooted && fact.registrar !== undefined) this.roots.add(fact.registrar);
    for (const mount of mounts) {
      addTo(this.mountsOn, mount.registrar, mount);
      for (const entity of mount.mounts) addTo(this.mountsOf, entity, mount);
    }
    if (same || ((old?.mounts.length ?? 0) === 0 && mounts.length === 0)) return false;
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
    this.limitedDirs.clear();
    this.linkedFacts = new WeakMap();
  }

  /** The list that `routes` would give without linking anything anew. */
  present(file: string): readonly Route[] | undefined {
    return this.linked.get(file);
  }

  files(): string[] {
    return [...this.byFile.entries()].filter(([, entry]) => entry.routes.length > 0).map(([file]) => file);
  }

  /** Linked routes of a file, one per method. */
  routes(file: string): readonly Route[] {
    let routes = this.linked.get(file);
    if (!routes) {
      const fresh = (this.byFile.get(file)?.routes ?? []).flatMap((fact) => this.linkedOf(fact));
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

  private drop(mount: MountFact): void {
    remove(this.mountsOn, mount.registrar, mount);
    for (const entity of mount.mounts) remove(this.mountsOf, entity, mount);
  }

  private link(written: RouteFact): Route[] {
    if (this.isPassage(written)) return [];
    const reached = this.reached(written);
    const place = this.mountsOf.get(`module:${reached.file}`)?.[0];
    // A module that nothing places answers nothing.
    if (reached.path === '' && !place && reached.registrar?.startsWith('file-routes:')) return [];
    const fact = place ? { ...reached, path: place.prefix } : reached;
    const isFree = fact.entry === 'job' || fact.entry === 'socket';
    // Whatever made a job, somebody starts it.
    const ways: Way[] = fact.registrar === undefined || fact.entry === 'job' ? [{ prefix: '', guards: [], mounted: isFree || fact.entry === 'rpc' || fact.rooted === true }] : this.waysTo(fact.registrar, fact.path, fact.order, new Set(), fact);
    // A router that is mounted twice is as open as its most open way.
    const worst = ways.reduce((former, way) => (strength(way) < strength(former) ? way : former));
    const best: Chosen = { ...worst, isOneOfMany: ways.some(({ prefix }) => prefix !== worst.prefix) };
    if (fact.loose && !best.connection) return [];
    const isHttp = fact.entry === 'http' || fact.entry === 'webhook';
    const paths = isHttp ? this.versionsOf(fact).map((version) => joinPaths(best.prefix, version, fact.path)) : [pathOf(fact, best.prefix)];
    const inner = this.innermost(fact.handler);
    const chainRefs = [...fact.chain, ...this.wrappersOf(fact.handler)];
    const own = chainRefs.filter((ref) => !this.exempts(ref, fact) || !fact.chain.includes(ref)).flatMap((ref) => this.guardsOf(ref, fact.chain.includes(ref) ? 'route' : 'wrapper', fact.file));
    const summary = inner?.fn && this.summary(inner.fn);
    const inside: RouteGuard[] = (summary?.guards ?? []).map((guard) => ({ ...guard, file: inner!.fn!.file, place: 'handler' }));
    // `export const { GET, POST } = serve(…)`: what a library hands out may guard itself.
    const made = inner && !inner.fn && this.tables.call(inner.path)?.guard ? this.guardsOf({ ...inner, wraps: [] }, 'handler', fact.file) : [];
    const asleep: RouteGuard[] = (written.disabled ?? []).map((guard) => ({ ...guard, file: written.file, place: 'route' }));
    const guards = [...best.guards, ...own, ...made, ...inside, ...asleep];
    const methods = fact.methods.length > 0 ? fact.methods : ['ALL'];
    return paths.flatMap((path) => methods.map((method) => this.routeOf(fact, method, path, best, guards, inner, summary, chainRefs)));
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

  private routeOf(fact: RouteFact, method: string, path: string, way: Chosen, found: readonly RouteGuard[], inner: HandlerRef | undefined, summary: FunctionSummary | undefined, chain: readonly HandlerRef[]): Route {
    const global = this.globalGuards(fact, path, method);
    // What stands with the route or in its handler may look at the path as middleware does; a handler that reads its address for another reason does not.
    const isAddress = fact.entry === 'http' || fact.entry === 'webhook';
    const looks = (guard: RouteGuard): boolean => guard.kind === 'authentication' && (guard.place === 'route' || ((guard.place === 'wrapper' || guard.place === 'handler') && (guard.when?.paths.length ?? 0) > 0));
    const holds = (guard: RouteGuard): Presence => (isAddress && looks(guard) ? holdsFor(guard, path, fact.file) : 'present');
    const doubted = found.find((guard) => holds(guard) === 'unknown');
    const held = [...global.guards, ...found.filter((guard) => holds(guard) === 'present')].filter((guard) => holdsForMethod(guard, method) && holdsForMarked(guard, fact));
    // Middleware for some methods leaves a route that answers all of them in doubt.
    const partial = method === 'ALL' ? held.find((guard) => guard.methods && /^(upstream|app|router)$/.test(guard.place)) : undefined;
    const all = partial ? held.filter((guard) => !guard.methods || !/^(upstream|app|router)$/.test(guard.place)) : held;
    const guards = withoutRepeats(all.filter((guard) => !guard.disabled));
    const disabled = withoutRepeats(all.filter((guard) => guard.disabled));
    const upstream = global.unknown ?? (partial && `${partial.name} is for some methods only`) ?? (doubted && `${doubted.name} decides by path in a way that could not be read`);
    // What an action reads and does not give back shows nothing to anybody.
    const isMute = fact.entry === 'action' && summary?.givesNothing === true;
    const sinks = (summary?.sinks ?? []).filter(({ kind }) => !isMute || kind !== 'read-private');
    const deeds = [...new Set([...(summary?.deeds ?? []), ...chain.flatMap((ref) => this.deedOf(ref))])];
    const levels = guards.filter((guard) => guard.kind === 'authentication' || guard.kind === 'signature').map((guard) => (guard.kind === 'signature' && guard.level !== 'OPTIONAL' ? 'SECRET' : guard.level));
    let level = strongest(levels);
    const declared = this.summaries.declaredPublic(path, method);
    const marked = fact.declaredPublic ?? way.connection?.declaredPublic;
    const started = fact.entry === 'job' ? 'no client calls it: it is a job' : undefined;
    const isAddressed = fact.entry === 'http' || fact.entry === 'webhook';
    const schedule = isAddressed && (method === 'GET' || method === 'ALL') ? this.summaries.scheduleOf?.(fact.file, path) : undefined;
    const said = summary?.stated === 'public' ? 'comment: @access public' : undefined;
    const isClosed = summary?.stated === 'private' || fact.statedPrivate === true;
    const intent = declared ?? marked ?? started ?? said ?? (isClosed ? undefined : schedule !== undefined ? undefined : isAddressed || fact.entry === 'rpc' ? (publicByPath(path) ?? publicByHandler(fact.handler?.alias ?? fact.handler?.name ?? '', method, path)) : fact.entry === 'action' ? publicByName(path, fact.file) : fact.entry === 'socket' && method !== 'CONNECT' ? publicByMessage(path) : undefined);
    if (!identifies(level) && isDelegated(sinks)) level = 'RLS';
    if (!identifies(level) && (declared !== undefined || (marked !== undefined && !marked.startsWith('comment:')))) level = 'PUBLIC_DECLARED';
    const authentication = this.verdict(level, guards, way, inner, summary, chain, upstream);
    const roles: Route['roles'] = { authentication };
    for (const kind of endpointRoles) roles[kind] = this.roleVerdict(kind, guards, summary, way, chain);
    if (roles['rate-limit']?.presence === 'absent') roles['rate-limit'] = this.limitedInFront(fact) ?? roles['rate-limit'];
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
      ...this.callerUse(summary, chain, guards),
      ...(intent !== undefined ? { publicIntent: intent } : {}),
      ...(isClosed ? { statedPrivate: true } : {}),
      ...(schedule !== undefined ? { schedule } : {}),
      group: connectionOf(fact, way) ?? fact.registrar ?? fact.file,
      head: fact.head ?? fact.span,
    };
  }

  /** Whether something that requests meet before they come to the application may limit them: a proxy, a server of one's own around file routes. */
  private limitedInFront(fact: RouteFact): Verdict | undefined {
    const platform = this.summaries.platformLimit?.();
    if (platform !== undefined) return { presence: 'unknown', reason: `${platform} limits requests before they get here` };
    const dir = /^file-routes:([^#]*)$/.exec(fact.registrar ?? '')?.[1];
    if (dir === undefined) return undefined;
    if (!this.limitedDirs.has(dir)) {
      const around = [...this.mountsOn.values()].flat().find((mount) => mount.rooted && (dir === '' || mount.file.startsWith(`${dir}/`)) && mount.chain.some((ref) => this.guardsOf(ref, 'app', mount.file).some((guard) => guard.kind === 'rate-limit')));
      this.limitedDirs.set(dir, around?.file);
    }
    const server = this.limitedDirs.get(dir);
    return server === undefined ? undefined : { presence: 'unknown', reason: `${server} limits requests and may stand in front` };
  }

  /** Files with a server around the file routes of a folder that limits requests. */
  private readonly limitedDirs = new Map<string, string | undefined>();

  /** Whether who is calling matters to what is done. Something in front of the handler may look after that as well as find out who calls. */
  private callerUse(summary: FunctionSummary | undefined, chain: readonly HandlerRef[], guards: readonly RouteGuard[]): Pick<Route, 'caller'> {
    if (summary?.caller !== 'unused') return summary?.caller === undefined ? {} : { caller: summary.caller };
    const isElse = (ref: HandlerRef): boolean => ref.unresolved === true || (ref.fn !== undefined && !guards.some(({ name, level, kind }) => name === ref.name && (level === 'AUTHENTICATED' || kind !== 'authentication')));
    return chain.some(isElse) ? {} : { caller: 'unused' };
  }

  /** What an element of a chain does with passwords: `passport.authenticate('local')`. */
  private deedOf(ref: HandlerRef): AccountDeed[] {
    const own = ref.fn ? this.summary(ref.fn)?.deeds : undefined;
    const deed = ref.fn ? undefined : this.tables.call(ref.path)?.deed;
    return [...(own ?? []), ...(deed && (deed.arg0 === undefined || ref.args?.includes(deed.arg0)) ? [deed.does] : [])];
  }

  private verdict(level: GuardLevel, guards: readonly RouteGuard[], way: Way, inner: HandlerRef | undefined, summary: FunctionSummary | undefined, chain: readonly HandlerRef[], upstream: string | undefined): Verdict {
    if (identifies(level)) return { presence: 'present', reason: guards.find((guard) => guard.level === level)?.name ?? 'row level security' };
    const reason = this.doubt(way, inner, summary, chain) ?? upstream;
    return reason === undefined ? { presence: 'absent' } : { presence: 'unknown', reason };
  }

  /** Why it cannot be said that nothing guards a route. */
  private doubt(way: Way, inner: HandlerRef | undefined, summary: FunctionSummary | undefined, chain: readonly HandlerRef[]): string | undefined {
    if (way.unknown !== undefined) return way.unknown;
    if (!way.mounted) return 'its router is not mounted in any file that was read';
    const unresolved = chain.find((ref) => ref.unresolved);
    if (unresolved) return `${unresolved.name} could not be resolved`;
    const opaque = chain.find((ref) => ref.path !== undefined && !ref.fn && !ref.path.startsWith('builder:') && !ref.path.endsWith('#schema') && (ref.path.startsWith('file:') || (ref.wraps !== undefined && !this.tables.call(ref.path))));
    if (opaque) return `what ${opaque.name} returns could not be resolved`;
    if (!inner?.fn) return 'its handler could not be resolved';
    if (!summary) return 'its handler could not be read';
    return summary.unread ?? (summary.mayAsk === undefined ? undefined : `${summary.mayAsk} may ask who is calling`);
  }

  private roleVerdict(kind: GuardKind, guards: readonly RouteGuard[], summary: FunctionSummary | undefined, way: Way, chain: readonly HandlerRef[]): Verdict {
    if (guards.some((guard) => guard.kind === kind && !guard.unsure)) return { presence: 'present' };
    const unsure = guards.find((guard) => guard.kind === kind);
    if (unsure) return { presence: 'unknown', reason: `${unsure.name} may limit how often it is called` };
    if (kind === 'signature' && summary?.confirms !== undefined) return { presence: 'unknown', reason: summary.confirms };
    if (kind === 'logging' && summary?.logs) return { presence: 'present' };
    if (kind === 'logging' && summary?.mayLog) return { presence: 'unknown', reason: 'something that it calls may leave a trace' };
    if (way.unknown !== undefined || !way.mounted || chain.some((ref) => ref.unresolved)) return { presence: 'unknown' };
    // A validator made where nobody could follow: its name is all there is.
    const validator = kind === 'validation' ? chain.find((ref) => validationName.test(ref.name)) : undefined;
    if (validator) return { presence: 'unknown', reason: `${validator.name} may validate` };
    return { presence: summary ? 'absent' : 'unknown' };
  }

  /** All ways a request can take to a registrar, from the application inwards. */
  private waysTo(entity: string, path: string, order: number, seen: Set<string>, fact: RouteFact): Way[] {
    if (entity.startsWith('file-routes:') || entity.endsWith('#actions')) return [{ prefix: '', guards: [], mounted: true }];
    if (seen.has(entity) || seen.size > deepest) return [{ prefix: '', guards: [], mounted: false }];
    const visited = new Set(seen).add(entity);
    const base = fact.entry === 'http' || fact.entry === 'webhook' || !entity.startsWith(`${fact.framework}:`) ? this.prefixOf(entity, fact) : '';
    const own = this.guardsOn(entity, path, order);
    const places = (this.mountsOf.get(entity) ?? []).filter((mount) => !visited.has(mount.registrar) || mount.alias);
    if (places.length === 0) return [{ prefix: base, guards: own.guards, ...pick(own.unknown), mounted: this.isRoot(entity) }];
    return places.flatMap((mount) => {
      const inner = mount.made ? path : joinPaths(mount.prefix, base, path);
      const outer = this.waysTo(mount.registrar, inner, mount.order, visited, fact);
      const at = mount.chain.flatMap((ref) => this.guardsOf(ref, 'router', mount.file));
      const doubt = mount.chain.find((ref) => ref.unresolved);
      return outer.map((way) => ({
        prefix: mount.framework === '' || mount.alias ? way.prefix : dotted(mount) ? [way.prefix, mount.prefix].filter(Boolean).join('.') : joinPaths(way.prefix, mount.prefix, base),
        ...connectionOn(way, mount, entity),
        guards: [...way.guards, ...at, ...own.guards],
        ...pick(way.unknown ?? own.unknown ?? (doubt && `${doubt.name} could not be resolved`)),
        mounted: way.mounted,
      }));
    });
  }

  /** What the registrar puts in front of all its paths by itself. */
  private prefixOf(entity: string, fact?: RouteFact, depth = 6): string {
    const mounts = depth === 0 ? [] : (this.mountsOn.get(entity) ?? []);
    const own = mounts.filter((mount) => mount.own && !mount.versions && !(fact && mount.except?.some((rule) => ruleFits(rule, fact, fact.methods[0] ?? 'ALL'))));
    // A router that a function makes has the prefix that it is given there.
    const given = mounts.filter((mount) => mount.made).flatMap((mount) => mount.mounts.map((template) => this.prefixOf(template, fact, depth - 1)));
    return joinPaths(...given, ...own.map((mount) => mount.prefix)).replace(/^\/$/, '');
  }

  /** What stands in a path for the versions of a route: nothing where versions don't show. */
  private versionsOf(fact: RouteFact): string[] {
    const how = fact.registrar === undefined ? undefined : (this.mountsOn.get(fact.registrar) ?? []).find((mount) => mount.versions);
    const versions = fact.versions ?? how?.versions?.standard ?? [];
    return how && versions.length > 0 ? versions.map((version) => (version === '' ? '' : `${how.prefix}${version}`)) : [''];
  }

  /** Does a registrar serve a whole application: itself, under the name of a parameter, or as a folder of files? */
  isApplication(entity: string): boolean {
    return this.isRoot(entity) || (this.mountsOf.get(entity) ?? []).some((mount) => mount.alias && !mount.made);
  }

  /** Applications stand on their own; routers and apps handed to functions need to be mounted. */
  private isRoot(entity: string): boolean {
    if (/^[a-z-]+:/.test(entity) && !entity.includes('#')) return true;
    if (this.roots.has(entity)) return !/\.param\d+$/.test(entity);
    // Procedure routers are served by handing the outermost one to an adapter: it is the one that holds others.
    return (this.mountsOn.get(entity) ?? []).some((mount) => dotted(mount) || (mount.alias === true && mount.framework !== '')) || entity.endsWith('#appRouter');
  }

  /** Middleware of a registrar that runs before what is registered at `order` under `path`. */
  private guardsOn(entity: string, path: string, order: number, depth = 6): { guards: RouteGuard[]; unknown?: string } {
    const guards: RouteGuard[] = [];
    let unknown: string | undefined;
    if (depth === 0) return { guards };
    for (const mount of this.mountsOn.get(entity) ?? []) {
      const isEarlier = mount.order < order || mount.reach !== 'before';
      // What a function adds to an application that it is handed runs for all that follows the call.
      if (isEarlier && mount.alias && mount.framework === '') {
        for (const inner of mount.mounts) {
          const added = this.guardsOn(inner, path, Number.MAX_SAFE_INTEGER, depth - 1);
          guards.push(...added.guards);
          unknown ??= added.unknown;
        }
      }
      if (!isEarlier || mount.alias || mount.reach === 'global' || dotted(mount) || !pathCovers(mount.prefix, path, mount.mounts.length > 0 ? '' : mount.framework, mount.exact)) continue;
      if (mount.mounts.length > 0) {
        // A router of Koa runs its middleware only when one of its own routes fits.
        if (mount.order < order && mount.reach === 'before') {
          guards.push(...mount.chain.flatMap((ref) => this.guardsOf(ref, 'router', mount.file)).filter((guard) => holdsFor(guard, path) === 'present'));
          if (mount.framework !== 'koa') guards.push(...this.leaked(mount, path));
        }
        if (mount.shared) for (const inner of mount.mounts) guards.push(...this.guardsOn(inner, path, Number.MAX_SAFE_INTEGER, depth - 1).guards);
        continue;
      }
      for (const ref of mount.chain) {
        for (const guard of this.guardsOf(ref, this.isRoot(entity) ? 'app' : 'router', mount.file)) {
          const holds = holdsFor(guard, path);
          if (holds === 'present') guards.push(guard);
          else if (holds === 'unknown' && guard.kind === 'rate-limit') guards.push({ ...guard, unsure: true });
          else if (holds === 'unknown') unknown ??= `${guard.name} decides by path in a way that could not be read`;
        }
        if (ref.unresolved) unknown ??= `${ref.name} could not be resolved`;
      }
    }
    return { guards, ...pick(unknown) };
  }

  /** A router with guards of its own, mounted earlier on a prefix that covers the path, guards later ones too. */
  private leaked(mount: MountFact, path: string): RouteGuard[] {
    const rest = path.slice(mount.prefix.replace(/\/$/, '').length) || '/';
    return mount.mounts.flatMap((entity) => (this.mountsOn.get(entity) ?? []).filter((inner) => inner.mounts.length === 0 && pathCovers(this.within(entity, inner), rest, inner.framework)).flatMap((inner) => inner.chain.flatMap((ref) => this.guardsOf(ref, 'router', inner.file))));
  }

  /** What middleware of a registrar covers, seen from where the registrar is mounted. */
  private within(entity: string, mount: MountFact): string {
    const base = this.prefixOf(entity);
    if (base === '') return mount.prefix;
    return mount.prefix === '' || mount.prefix === '*' || mount.prefix === '/*' ? `${base}/*` : joinPaths(base, mount.prefix);
  }

  /** Guards that hold for all routes of a package: middleware files, APP_GUARD. */
  private globalGuards(fact: RouteFact, path: string, method: string): { guards: RouteGuard[]; missed: RouteGuard[]; unknown?: string } {
    const missed: RouteGuard[] = [];
    const guards: RouteGuard[] = fact.upstream ? [{ kind: 'authentication', level: fact.upstream.level, name: fact.upstream.name, file: fact.file, span: fact.span, place: 'platform' }] : [];
    let unknown: string | undefined;
    if (fact.registrar === undefined) return { guards, missed };
    const home = fact.registrar.endsWith('#actions') ? undefined : fact.registrar;
    for (const mount of home === undefined ? [] : (this.mountsOn.get(home) ?? [])) {
      if (mount.reach !== 'global' || (mount.entry !== undefined && mount.entry !== fact.entry)) continue;
      if (mount.inside && !this.isInside(fact.file, mount.file)) continue;
      if (mount.dynamicMatcher) {
        unknown ??= 'the middleware’s matcher is not constant';
        continue;
      }
      if (!isMeant(mount, fact, method)) continue;
      const isLeftOut = mount.matchers !== undefined && !mount.matchers.some((matcher) => matcherCovers(matcher, path));
      if (isLeftOut && mount.partial?.some((matcher) => matcherCovers(matcher, path))) {
        unknown ??= 'the middleware runs only for requests with certain headers';
        continue;
      }
      const heeding = mount.chain.filter((ref) => !this.exempts(ref, fact));
      const upstream = heeding.flatMap((ref) => [ref, ...this.wrappersOf(ref), ...[this.innermost(ref)].filter((inner) => inner !== undefined && inner !== ref)]).flatMap((ref) => this.guardsOf(ref!, 'upstream', mount.file)).map((guard): RouteGuard => (mount.optimistic ? { ...guard, optimistic: mount.optimistic } : guard));
      if (isLeftOut) {
        missed.push(...upstream.filter((guard) => guard.kind === 'authentication' && identifies(guard.level) && holdsFor(guard, path, fact.file) === 'present'));
        continue;
      }
      // A middleware that lets some paths through decides in code which; its verdict on this path is not certain.
      if (upstream.length === 0 && mount.chain.some((ref) => ref.unresolved)) unknown ??= 'the middleware could not be resolved';
      const asks = heeding.flatMap((ref) => [ref, ...(ref.wraps ?? [])]).map((ref) => ref.fn && this.summary(ref.fn)?.mayAsk).find((name) => name !== undefined);
      if (asks !== undefined && !upstream.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) unknown ??= `${asks} may ask who is calling`;
      if (mount.chain.some((ref) => this.tables.call(ref.path)?.configured)) {
        unknown ??= 'the middleware decides by its configuration what it lets through';
        continue;
      }
      for (const guard of upstream) {
        // What looks for a session in front of everything, to keep it fresh, says of no endpoint that strangers are meant.
        if (guard.kind === 'authentication' && guard.level === 'OPTIONAL') continue;
        const holds = holdsFor(guard, path, fact.file);
        if (holds === 'present') guards.push(guard);
        else if (holds === 'unknown' && guard.kind === 'rate-limit') guards.push({ ...guard, unsure: true });
        else if (holds === 'unknown') unknown ??= `${guard.name} decides by path in a way that could not be read`;
      }
    }
    return { guards, missed, ...pick(unknown) };
  }

  /** Is a route module inside another: placed there, or by the names of their files? The root is around all. */
  private isInside(file: string, outer: string): boolean {
    if (file === outer || /(^|\/)root\.[jt]sx?$/.test(outer)) return true;
    const place = this.mountsOf.get(`module:${file}`)?.[0];
    if (place) return place.within?.includes(outer) === true;
    const id = moduleId(outer);
    return [`${id}.`, `${id}/`, `${id}+/`].some((start) => moduleId(file).startsWith(start));
  }

  /** Does a guard let a route through that decorators declare open? It has to read what they set; nobody knows of those that nobody can read. */
  private exempts(ref: HandlerRef, fact: RouteFact): boolean {
    if (!fact.openKeys) return false;
    // What checks fields checks those of strangers too.
    if (ref.path?.endsWith('#schema')) return false;
    if (!ref.fn) return ref.unresolved === true || !this.tables.call(ref.path)?.guard;
    const keys = this.summary(ref.fn)?.metadata ?? [];
    return keys.some((key) => key === '?' || fact.openKeys!.includes(key));
  }

  /** The handler itself, inside all wrappers. */
  private innermost(ref: HandlerRef | undefined): HandlerRef | undefined {
    let current = ref;
    while (current?.wraps && current.wraps.length > 0) current = current.wraps[current.wraps.length - 1];
    return current;
  }

  /** Wrappers around a handler and the middleware given to them, outermost first. */
  private wrappersOf(ref: HandlerRef | undefined): HandlerRef[] {
    if (!ref?.wraps || ref.wraps.length === 0) return [];
    return [{ ...ref, wraps: [] }, ...ref.wraps.slice(0, -1), ...this.wrappersOf(ref.wraps[ref.wraps.length - 1])];
  }

  /** What an element of a chain protects. */
  private guardsOf(ref: HandlerRef, place: RouteGuard['place'], file: string): RouteGuard[] {
    if (ref.path?.startsWith('builder:')) return this.builderGuards(ref.path.slice(8), deepest);
    const at = { name: ref.name, file, span: ref.span, place };
    const short = ref.name.replace(/\(.*$/, '').split('.').pop();
    const declared = this.summaries.declaredGuard(ref.fn, short);
    if (declared) return [{ kind: 'authentication', level: declared, ...at }];
    const vouched = this.summaries.declaredKind(ref.fn, short);
    if (vouched) return [{ kind: vouched, level: 'NONE', ...at }];
    // `protect = asyncHandler(async (req, res, next) => …)`: people know the guard by what the project calls it.
    const alias = place !== 'wrapper' && (ref.fn !== undefined || this.tables.call(ref.path)?.catchesAsync === true) ? ref.alias : undefined;
    const inner = (ref.wraps ?? []).map((element) => this.guardsOf(alias !== undefined && element.name === '<inline>' ? { ...element, name: alias } : element, place, file));
    const nested = combined(this.tables.call(ref.path)?.combines, inner, ref.args ?? []);
    if (ref.fn) {
      const summary = this.summary(ref.fn);
      const own: RouteGuard[] = (summary?.guards ?? []).map((guard) => ({ kind: guard.kind, level: guard.level, ...(guard.when ? { when: guard.when } : {}), ...(guard.methods ? { methods: guard.methods } : {}), ...(guard.markedBy ? { markedBy: guard.markedBy } : {}), ...(guard.unverified ? { unverified: guard.unverified } : {}), ...(guard.unsure ? { unsure: guard.unsure } : {}), ...(guard.disabled ? { disabled: guard.disabled } : {}), ...at, file: ref.fn!.file, span: guard.span, name: ref.name === '<inline>' || guard.disabled ? guard.name : ref.name }));
      if (summary && summary.validates.length > 0) own.push({ kind: 'validation', level: 'NONE', ...at });
      if (limiterName.test(ref.name) && !own.some(({ kind }) => kind === 'rate-limit')) own.push({ kind: 'rate-limit', level: 'NONE', unsure: true, ...at });
      return [...own, ...nested];
    }
    const kept = ref.keepsUnlessTold === undefined ? {} : { keepsUnlessTold: ref.keepsUnlessTold };
    if (ref.path?.endsWith('#schema')) return [{ kind: 'validation', level: 'NONE', ...kept, ...at }];
    const role = this.tables.call(ref.path);
    if (role?.combines) return nested;
    if (role?.guard) {
      const chosen = role.guard.levels && (ref.args ?? []).map((text) => role.guard!.levels!.of[text.split(':')[0]!]).filter((level) => level !== undefined);
      const level = chosen ? weakest(chosen) : (role.guard.level ?? (role.guard.kind === 'authentication' ? 'AUTHENTICATED' : 'NONE'));
      if (chosen && level === 'NONE') return nested;
      return [{ kind: role.guard.kind, level: role.guard.optional ? 'OPTIONAL' : level, ...kept, ...at }, ...nested];
    }
    // As a wrapper it hands on what it found, an empty result too: the handler has to refuse.
    const isLenient = role?.verify?.fails === 'empty' && (place === 'wrapper' || (ref.wraps?.length ?? 0) > 0);
    if (role?.verify) return [{ kind: role.verify.kind ?? 'authentication', level: isLenient ? 'OPTIONAL' : role.verify.level, ...at }, ...nested];
    if (role?.validates) return [{ kind: 'validation', level: 'NONE', ...at }, ...nested];
    if (role?.harmless || role?.catchesAsync) return nested;
    // A package nobody described: its name is all there is.
    const isForeign = ref.path !== undefined && !ref.path.startsWith('file:') && !ref.path.startsWith('module:');
    if (isForeign && guardName.test(`${ref.name} ${ref.path}`) && !/limit|throttle|slow-?down|cors|log|csrf/i.test(`${ref.name} ${ref.path}`)) return [{ kind: 'authentication', level: /optional/i.test(ref.name) ? 'OPTIONAL' : 'AUTHENTICATED', ...at }, ...nested];
    if (!ref.path?.startsWith('module:') && limiterName.test(ref.name)) return [{ kind: 'rate-limit', level: 'NONE', unsure: true, ...at }, ...nested];
    return nested;
  }

  private builderGuards(entity: string, depth: number): RouteGuard[] {
    const builder = this.builders.get(entity);
    if (!builder || depth === 0) return [];
    const base = builder.base === undefined ? [] : this.builderGuards(builder.base, depth - 1);
    const name = entity.slice(entity.lastIndexOf('#') + 1);
    return [...base, ...builder.uses.flatMap((ref) => this.guardsOf(ref, 'router', builder.file)).map((guard) => ({ ...guard, name }))];
  }
}

/** What elements protect that a library puts together. */
function combined(how: 'all' | 'any' | 'except' | undefined, elements: readonly RouteGuard[][], args: readonly string[]): RouteGuard[] {
  const all = elements.flat();
  if (how === 'any') return elements.every((guards) => guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) ? all : all.filter((guard) => guard.kind !== 'authentication');
  if (how !== 'except') return all;
  const paths = args.filter((arg) => arg.startsWith('/'));
  return all.map((guard) => ({ ...guard, when: { mode: 'except', paths } }));
}

function holdsForMethod({ methods }: RouteGuard, method: string): boolean {
  if (!methods || method === 'ALL' || method === 'ACTION') return true;
  return methods.names.includes(method) === (methods.mode === 'only');
}

/** Is a guard that asks only of marked endpoints meant to ask of this one? It is taken to be where nobody can tell. */
function holdsForMarked({ markedBy }: RouteGuard, { markers = [], openKeys }: RouteFact): boolean {
  return markedBy === undefined || markers.includes(markedBy) || (!openKeys && (markedBy === '?' || markers.includes('?')));
}

/** Does a guard that looks at the path hold for this one? Mounted middleware may see the path without its prefix. */
function holdsFor(guard: RouteGuard, path: string, file = ''): Presence {
  if (!guard.when) return 'present';
  if (guard.when.paths.length === 0) return 'unknown';
  // Groups of files leave no trace in addresses: `route.id.startsWith('/(app)')`.
  const named = guard.when.paths.some((prefix) => (/\/\([^/]+\)/.test(prefix) ? `${file}/`.includes(`${prefix}/`) : pathCovers(prefix, path, '') || path.includes(`${prefix}/`) || path.endsWith(prefix)));
  return named === (guard.when.mode === 'only') ? 'present' : 'absent';
}

/** Name of a route module without what all files have: its ending, and `/route` or `/index`. */
function moduleId(file: string): string {
  return file.replace(/\.[jt]sx?$/, '').replace(/\/(route|index|_layout|layout)$/, '');
}

/** Path of an entry that is no request: procedures are named with dots, sockets have addresses, jobs names. */
function pathOf(fact: RouteFact, prefix: string): string {
  if (fact.entry === 'job') return fact.path;
  if (fact.entry === 'socket' && fact.methods[0] === 'EVENT') return [prefix.replace(/^\/$/, ''), fact.path].filter(Boolean).join(' ');
  if (fact.entry === 'socket') return fact.path.startsWith('/') ? joinPaths(prefix, fact.path) : fact.path;
  return [prefix, fact.path].filter(Boolean).join('.');
}

/** Is middleware for a route, by the routes that it names? */
function isMeant(mount: MountFact, fact: RouteFact, method: string): boolean {
  if (mount.only && !mount.only.some((rule) => ruleFits(rule, fact, method))) return false;
  return !mount.except?.some((rule) => ruleFits(rule, fact, method));
}

function ruleFits(rule: PathRule, fact: RouteFact, method: string): boolean {
  // Neither messages nor jobs are requests.
  if (fact.entry === 'socket' || fact.entry === 'job') return false;
  if (rule.owner !== undefined) return rule.owner === fact.owner;
  if (rule.methods && !rule.methods.includes(method)) return false;
  // Procedures are reached through one address, which is not known here.
  if (fact.entry === 'rpc') return rule.path === '/*' || rule.path === '/graphql';
  if (rule.path.endsWith('/*') && rule.path !== '/*' && pathCovers(rule.path.slice(0, -2), fact.path, '', true)) return false;
  return pathCovers(rule.path, fact.path, '', rule.exact);
}

function isDelegated(sinks: readonly Sink[]): boolean {
  const data = sinks.filter((sink) => sink.kind === 'write' || sink.kind === 'read-private' || sink.kind === 'privileged');
  return data.length > 0 && data.every((sink) => sink.delegated);
}

function dotted(mount: MountFact): boolean {
  return !mount.alias && mount.prefix !== '' && !mount.prefix.startsWith('/') && mount.prefix !== '*' && mount.reach === 'before' && mount.chain.length === 0 && mount.mounts.length > 0 && /^[A-Za-z_$][\w$]*$/.test(mount.prefix);
}

/** The connection of a server that a mount stands for, or that the way before it leads through. */
function connectionOn(way: Way, mount: MountFact, entity: string): Pick<Way, 'connection'> {
  if (!mount.connection) return way.connection ? { connection: way.connection } : {};
  return { connection: { entity, ...(mount.declaredPublic === undefined ? {} : { declaredPublic: mount.declaredPublic }) } };
}

/** A connection and what is sent over it belong together. */
function connectionOf(fact: RouteFact, way: Way): string | undefined {
  return way.connection?.entity ?? (fact.entry === 'socket' && fact.methods[0] === 'CONNECT' && fact.handler?.fn ? `${fact.handler.fn.file}#${fact.handler.fn.id}.param0` : undefined);
}

function strength(way: Way): number {
  if (way.guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) return 3;
  return way.mounted ? (way.unknown === undefined ? 0 : 1) : 2;
}

function pick(unknown: string | undefined): { unknown?: string } {
  return unknown === undefined ? {} : { unknown };
}

function remove<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)?.filter((other) => other !== value);
  if (list && list.length > 0) map.set(key, list);
  else map.delete(key);
}

/** Mounts without positions: typing above them must not relink the project. */
function shape(mounts: readonly MountFact[]): string {
  return JSON.stringify(mounts, (key, value: unknown) => (key === 'span' || key === 'order' ? undefined : value));
}

export type { Presence };
