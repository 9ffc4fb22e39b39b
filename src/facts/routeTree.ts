import type {
  DeclaredKind,
  Decoration,
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
} from '../model/facts';
import { joined } from '../model/grouping';
import { FactsByKind } from './factsByKind';
import { Decorations } from './decorations';
import { FilledTemplates } from './filledTemplates';
import { ChainGuards, innermost, wrappersOf } from './chainGuards';
import { identifies } from './guardLevels';
import { LinkedRoutes, pathOf, type Chosen } from './linkedRoutes';
import { MessageHandlers } from './messageHandlers';
import { Mounts } from './mounts';
import { joinPaths } from './paths';
import { RouteVerdicts } from './routeVerdicts';
import { RowPlaces } from './rowPlaces';
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

/** Links routes with everything that runs before them. Knows routes and mounts of all files; works out one file's routes at a time. */
export class RouteTree {
  private readonly guards: ChainGuards;
  private readonly mounts: Mounts;
  private readonly linker: LinkedRoutes;
  private readonly byFile = new Map<
    string,
    {
      routes: RouteFact[];
      mounts: MountFact[];
      builders: FileFacts['summary']['builders'] | undefined;
      handlers: MessageHandler[];
      added: Decoration[];
    }
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
  private readonly decorations: Decorations;
  private readonly linking = new FactsByKind(['route', 'mount', 'messageHandler', 'decoration', 'tableRow']);
  private asked: Map<FunctionRef, FunctionSummary | undefined> | undefined;

  constructor(
    private readonly tables: Tables,
    private readonly summaries: Summaries,
  ) {
    const summaryOf = (ref: FunctionRef): FunctionSummary | undefined => this.summary(ref);
    this.guards = new ChainGuards(tables, summaries, summaryOf);
    this.decorations = new Decorations(tables);
    this.mounts = new Mounts(tables, summaries, this.guards, summaryOf, this.templates, this.decorations);
    this.linker = new LinkedRoutes(this.mounts, new RouteVerdicts(tables, summaryOf), summaries);
  }

  /** Does a registrar serve a whole application: itself, under the name of a parameter, or as a folder of files? */
  isApplication(entity: string): boolean {
    return this.mounts.isApplication(entity);
  }

  /** Takes the present facts of a file, in `parts` by statement where that is known. Returns true when routes of other files may be linked differently now. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const old = this.byFile.get(file);
    const { route: routes, mount: mounts, messageHandler: handlers, decoration: added, tableRow: rows } = this.linking.in(parts);
    this.linked.delete(file);
    const builders = facts?.summary.builders;
    if (old?.builders !== builders) {
      for (const { entity } of Object.values(old?.builders ?? {})) this.guards.builders.delete(entity);
      for (const builder of Object.values(builders ?? {})) this.guards.builders.set(builder.entity, { ...builder, file });
      // Procedures of the file are built on others of it.
      for (const fact of routes) this.linkedFacts.delete(fact);
    }
    const isOther = this.decorations.update(old?.added ?? [], added);
    const runElse = this.messages.update(old?.handlers ?? [], handlers) || isOther;
    const same = old !== undefined && shape(old.mounts) === shape(mounts);
    const shown = this.rows.update(file, rows, old?.routes ?? [], routes);
    for (const other of shown) this.linked.delete(other);
    const standsElsewhere =
      this.templates.update([...(old?.routes ?? []), ...(old?.mounts ?? [])], [...routes, ...mounts]) || shown.size > 0;
    for (const mount of old?.mounts ?? []) this.mounts.drop(mount);
    if (facts) this.byFile.set(file, { routes, mounts, builders, handlers, added });
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

  /** Files with routes, by path: in which order they were read tells nobody anything. */
  files(): string[] {
    const own = [...this.byFile.entries()].filter(([, entry]) => entry.routes.length > 0).map(([file]) => file);
    return [...new Set([...own, ...this.rows.files()])].sort();
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
    // A router that is mounted twice is as open as its most open way; of several that are, the shortest address is told.
    const worst = ways.reduce((former, way) => ((strength(way) - strength(former) || byParts(way, former)) < 0 ? way : former));
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
    const role = inner && !inner.fn ? this.tables.call(inner.path) : undefined;
    const made =
      inner && role?.guard && (!role.entrance || fact.passage) ? this.guards.guardsOf({ ...inner, wraps: [] }, 'handler', fact.file) : [];
    const asleep: RouteGuard[] = (written.disabled ?? []).map((guard) => ({ ...guard, file: written.file, place: 'route' }));
    const guards = [...best.guards, ...own, ...made, ...inside, ...asleep];
    const methods = fact.methods.length > 0 ? fact.methods : ['ALL'];
    return paths.flatMap((path) =>
      methods.map((method) => this.linker.of({ fact, method, path, way: best, found: guards, inner, summary, chain: chainRefs })),
    );
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
}

function strength(way: Way): number {
  if (way.guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) return 3;
  return way.mounted ? (way.unknown === undefined ? 0 : 1) : 2;
}

function byParts({ prefix }: Way, { prefix: other }: Way): number {
  return prefix.split('/').length - other.split('/').length;
}

/** Mounts without positions: typing above them must not relink the project. */
function shape(mounts: readonly MountFact[]): string {
  return JSON.stringify(mounts, (key, value: unknown) => (key === 'span' || key === 'order' ? undefined : value));
}

export type { Presence };
