import type { FunctionRef, FunctionSummary, LoadedRecord, MountFact, RouteFact, RouteGuard } from '../model/facts';
import type { ChainGuards } from './chainGuards';
import type { Decorations } from './decorations';
import type { FilledTemplates } from './filledTemplates';
import { GivenValues } from './givenValues';
import { holdsFor, ruleFits } from './guardReach';
import { joinPaths, pathCovers } from './paths';
import type { Summaries } from './routeTree';
import { SurroundingGuards } from './surroundingGuards';
import type { Tables } from './tables';
import { connectionOn, loadedOn, together, type Doubt, type Way } from './ways';
import { dotted, hasParameter } from './mountPaths';

const deepest = 12;
/** Registrars that are looked at for one endpoint, on all ways together. Routers that are mounted twice in each other soon lie on thousands of ways. */
const mostSteps = 500;

/** What keeps a router in a list that functions are handed: texts of it, and the routers in front of its own. */
interface Element {
  texts: Readonly<Record<string, string>>;
  before: readonly { router: string; texts: Readonly<Record<string, string>> }[];
}

/** What is mounted where: routers on applications, middleware in front of both. */
export class Mounts {
  private readonly mountsOn = new Map<string, MountFact[]>();
  readonly mountsOf = new Map<string, MountFact[]>();
  /** Entities that are applications. */
  private readonly roots = new Set<string>();
  /** Registrars that were looked at for the present endpoint. */
  private steps = 0;
  /** What functions are given that put guards in front of routes. */
  readonly given: GivenValues;
  /** What stands around whole packages. */
  readonly around: SurroundingGuards;

  constructor(
    private readonly tables: Tables,
    summaries: Summaries,
    private readonly guards: ChainGuards,
    private readonly summaryOf: (ref: FunctionRef) => FunctionSummary | undefined,
    private readonly templates: FilledTemplates,
    decorations: Decorations,
  ) {
    this.around = new SurroundingGuards({ tables, summaries, guards, summaryOf, mountsOn: this.mountsOn, mountsOf: this.mountsOf });
    this.given = new GivenValues(
      (ref, place, file) => guards.guardsOf(ref, place, file),
      (ref) => summaryOf(ref)?.returnsFunction,
      (ref) => summaryOf(ref) !== undefined,
      decorations,
    );
  }

  /** Forgets a mount. */
  drop(mount: MountFact): void {
    this.given.drop(mount);
    remove(this.mountsOn, mount.registrar, mount);
    for (const entity of mount.mounts) remove(this.mountsOf, entity, mount);
  }

  /** All ways a request can take to a registrar, from the application inwards. `element` is what keeps it in a list that is gone through. */
  waysTo(entity: string, path: string, order: number, seen: Set<string>, fact: RouteFact, element?: Element, head = fact.path): Way[] {
    if (entity.startsWith('file-routes:') || entity.endsWith('#actions')) return [{ prefix: '', guards: [], mounted: true }];
    this.steps = seen.size === 0 ? 1 : this.steps + 1;
    if (this.steps > mostSteps) return [{ prefix: '', guards: [], unknown: 'too many ways lead to it', mounted: true }];
    if (seen.has(entity) || seen.size > deepest) return [{ prefix: '', guards: [], mounted: false }];
    const visited = new Set(seen).add(entity);
    const base =
      fact.entry === 'http' || fact.entry === 'webhook' || !entity.startsWith(`${fact.framework}:`) ? this.prefixOf(entity, fact) : '';
    const own = this.guardsOn(entity, path, order, head);
    const places: { mount: MountFact; element?: Element }[] = [
      ...(this.mountsOf.get(entity) ?? [])
        .filter((mount) => !mount.each && (!visited.has(mount.registrar) || mount.alias))
        .map((mount) => ({ mount, ...(element ? { element } : {}) })),
      ...this.listed(entity, element),
    ];
    if (places.length === 0) return [{ prefix: base, guards: own.guards, ...own.doubt, ...own.loads, mounted: this.isRoot(entity) }];
    return places.flatMap(({ mount, element: kept }) => {
      const prefix = mount.prefixMember === undefined ? mount.prefix : (kept?.texts[mount.prefixMember] ?? '*');
      const inner = mount.made ? path : joinPaths(prefix, base, path);
      // Lists are handed on as they are; what is mounted otherwise is no element of one any more.
      const outer = this.waysTo(
        mount.registrar,
        inner,
        mount.order,
        visited,
        fact,
        mount.alias ? kept : undefined,
        mount.alias ? head : joinPaths(prefix, base),
      );
      const chain = this.given.fill(mount.chain);
      const at = chain.flatMap((ref) => this.guards.guardsOf(ref, 'router', mount.file));
      const unresolved =
        chain.find((ref) => ref.unresolved)?.name ??
        (mount.alias ? undefined : kept && this.inFront(kept, mount)) ??
        (prefix === '*' ? mount.prefixMember : undefined);
      return outer.map((way) => ({
        prefix:
          mount.framework === '' || mount.alias
            ? way.prefix
            : dotted(mount)
              ? [way.prefix, mount.prefix].filter(Boolean).join('.')
              : joinPaths(way.prefix, prefix, base),
        ...connectionOn(way, mount, entity),
        guards: [...way.guards, ...at, ...own.guards],
        ...loadedOn(way, own),
        ...together(together(way, own.doubt), unresolved === undefined ? {} : { unknown: `${unresolved} could not be resolved` }),
        mounted: way.mounted,
      }));
    });
  }

  /** Lists that functions are handed in which a router is an element, or is kept by one. */
  private listed(entity: string, element: Element | undefined): { mount: MountFact; element: Element }[] {
    const dot = entity.lastIndexOf('.');
    const holders = [[entity, ''], ...(dot > entity.indexOf('#') ? [[entity.slice(0, dot), entity.slice(dot)]] : [])] as const;
    return holders.flatMap(([holder, member]) =>
      (this.mountsOf.get(holder!) ?? [])
        .filter((mount) => mount.each)
        .map((mount) => {
          const before = mount.mounts
            .slice(0, mount.mounts.indexOf(holder!))
            .map((other) => ({ router: other + member!, texts: mount.texts?.[other] ?? {} }));
          return {
            mount: { ...mount, registrar: mount.registrar + member! },
            element: element ? { ...element, before: [...element.before, ...before] } : { texts: mount.texts?.[holder!] ?? {}, before },
          };
        }),
    );
  }

  /** Middleware of a router in front of an element, on a prefix that covers it: it runs for that one, too. */
  private inFront({ texts, before }: Element, { prefixMember, file }: MountFact): string | undefined {
    for (const other of before) {
      const own = prefixMember === undefined ? undefined : texts[prefixMember];
      const prefix = prefixMember === undefined ? undefined : other.texts[prefixMember];
      if (own !== undefined && prefix !== undefined && !pathCovers(prefix, own)) continue;
      const asked = (this.mountsOn.get(other.router) ?? [])
        .filter((inner) => inner.mounts.length === 0 && inner.param === undefined)
        .flatMap((inner) => inner.chain)
        .find((ref) => this.guards.guardsOf(ref, 'router', file).some(({ kind }) => kind === 'authentication'));
      if (asked) return asked.name;
    }
    return undefined;
  }

  /** What the registrar puts in front of all its paths by itself. */
  private prefixOf(entity: string, fact?: RouteFact, depth = 6): string {
    const mounts = depth === 0 ? [] : (this.mountsOn.get(entity) ?? []);
    const own = mounts.filter(
      (mount) =>
        mount.own &&
        !mount.versions &&
        !(fact && mount.following && fact.file === mount.file && fact.order < mount.order) &&
        !(fact && mount.except?.some((rule) => ruleFits(rule, fact, fact.methods[0] ?? 'ALL'))),
    );
    // A router that a function makes has the prefix that it is given there.
    const given = mounts
      .filter((mount) => mount.made)
      .flatMap((mount) => mount.mounts.map((template) => this.prefixOf(template, fact, depth - 1)));
    return joinPaths(...given, ...own.map((mount) => mount.prefix)).replace(/^\/$/, '');
  }

  /** What stands in a path for the versions of a route: nothing where versions don't show. */
  versionsOf(fact: RouteFact): string[] {
    const how = fact.registrar === undefined ? undefined : (this.mountsOn.get(fact.registrar) ?? []).find((mount) => mount.versions);
    const versions = fact.versions ?? how?.versions?.standard ?? [];
    return how && versions.length > 0 ? versions.map((version) => (version === '' ? '' : `${how.prefix}${version}`)) : [''];
  }

  /** Does a registrar serve a whole application: itself, under the name of a parameter, or as a folder of files? */
  isApplication(entity: string): boolean {
    return this.isRoot(entity) || (this.mountsOf.get(entity) ?? []).some((mount) => mount.alias && !mount.made);
  }

  /** Applications stand on their own; routers and apps handed to functions need to be mounted. */
  isRoot(entity: string): boolean {
    if (/^[a-z-]+:/.test(entity) && !entity.includes('#')) return true;
    if (this.roots.has(entity)) return !/\.param\d+$/.test(entity);
    // Procedure routers are served by handing the outermost one to an adapter: it is the one that holds others.
    return (
      (this.mountsOn.get(entity) ?? []).some((mount) => dotted(mount) || (mount.alias === true && mount.framework !== '')) ||
      entity.endsWith('#appRouter')
    );
  }

  /** Middleware of a registrar that runs before what is registered at `order` under `path`. */
  private guardsOn(
    entity: string,
    path: string,
    order: number,
    head: string,
    depth = 6,
  ): { guards: RouteGuard[]; doubt: Doubt; loads: Pick<Way, 'loads'> } {
    const guards: RouteGuard[] = [];
    const loads: LoadedRecord[] = [];
    const told = (): Pick<Way, 'loads'> => (loads.length > 0 ? { loads } : {});
    let doubt: Doubt = {};
    if (depth === 0) return { guards, doubt, loads: {} };
    for (const mount of this.mountsOn.get(entity) ?? []) {
      if (this.templates.isFilled(mount)) continue;
      const isEarlier = mount.order < order || mount.reach !== 'before';
      // What a function adds to an application that it is handed runs for all that follows the call.
      if (isEarlier && mount.alias && mount.framework === '') {
        for (const inner of mount.mounts) {
          const added = this.guardsOn(inner, path, Number.MAX_SAFE_INTEGER, head, depth - 1);
          guards.push(...added.guards);
          loads.push(...(added.loads.loads ?? []));
          doubt = together(doubt, added.doubt);
        }
      }
      if (
        !isEarlier ||
        mount.alias ||
        mount.prefixMember !== undefined ||
        mount.reach === 'global' ||
        dotted(mount) ||
        !pathCovers(mount.prefix, path, { exact: mount.mounts.length === 0 && this.hasExactPaths(mount), only: mount.exact ?? false })
      )
        continue;
      if (mount.mounts.length > 0) {
        if (mount.order < order && mount.reach === 'before') {
          guards.push(
            ...this.given
              .fill(mount.chain)
              .flatMap((ref) => this.guards.guardsOf(ref, 'router', mount.file))
              .filter((guard) => holdsFor(guard, path) === 'present'),
          );
          const { middleware } = this.tables.library(mount.framework) ?? {};
          const leaked = middleware?.staysInRouter ? [] : this.leaked(mount, path);
          const left = leaked.findIndex(({ handedOn }) => middleware?.leaves !== undefined && handedOn.includes(middleware.leaves));
          const [kept, passed] = left === -1 ? [leaked, []] : [leaked.slice(0, left), leaked.slice(left)];
          guards.push(...kept.flatMap((inner) => inner.guards));
          const about = [...new Set(passed.flatMap((inner) => inner.guards.map(({ kind }) => kind)))];
          if (about.length > 0) doubt = together(doubt, { unknown: 'requests may leave a router before they come to its guards', about });
        }
        if (mount.shared)
          for (const inner of mount.mounts) guards.push(...this.guardsOn(inner, path, Number.MAX_SAFE_INTEGER, head, depth - 1).guards);
        continue;
      }
      if (mount.param !== undefined && !hasParameter(head, mount.param)) continue;
      for (const ref of this.given.fill(mount.chain)) {
        if (mount.param !== undefined && ref.fn) loads.push(...(this.summaryOf(ref.fn)?.loads ?? []));
        for (const guard of this.guards.guardsOf(ref, this.isRoot(entity) ? 'app' : 'router', mount.file)) {
          const holds = holdsFor(guard, path);
          if (holds === 'present') guards.push(guard);
          else if (holds === 'unknown' && guard.kind === 'rate-limit') guards.push({ ...guard, unsure: true });
          else if (holds === 'unknown')
            doubt = together(doubt, { unknown: `${guard.name} decides by path in a way that could not be read`, about: [guard.kind] });
        }
        if (ref.unresolved) doubt = together(doubt, { unknown: `${ref.name} could not be resolved` });
      }
    }
    return { guards, doubt, loads: told() };
  }

  /** A router with guards of its own, mounted earlier on a prefix that covers the path, guards later ones too. */
  private leaked(mount: MountFact, path: string): { guards: RouteGuard[]; handedOn: readonly string[] }[] {
    const rest = path.slice(mount.prefix.replace(/\/$/, '').length) || '/';
    return mount.mounts.flatMap((entity) =>
      (this.mountsOn.get(entity) ?? [])
        .filter(
          (inner) =>
            inner.mounts.length === 0 &&
            inner.param === undefined &&
            pathCovers(this.within(entity, inner), rest, { exact: this.hasExactPaths(inner) }),
        )
        .flatMap((inner) =>
          this.given.fill(inner.chain).map((ref) => ({
            guards: this.guards.guardsOf(ref, 'router', inner.file),
            handedOn: (ref.fn && this.summaryOf(ref.fn)?.tellsNext) ?? [],
          })),
        ),
    );
  }

  private hasExactPaths({ framework }: MountFact): boolean {
    return this.tables.library(framework)?.middleware?.exactPaths === true;
  }

  /** What middleware of a registrar covers, seen from where the registrar is mounted. */
  private within(entity: string, mount: MountFact): string {
    const base = this.prefixOf(entity);
    if (base === '') return mount.prefix;
    return mount.prefix === '' || mount.prefix === '*' || mount.prefix === '/*' ? `${base}/*` : joinPaths(base, mount.prefix);
  }

  /** Takes a mount that was found. */
  add(mount: MountFact): void {
    this.given.add(mount);
    insert(this.mountsOn, mount.registrar, mount);
    for (const entity of mount.mounts) insert(this.mountsOf, entity, mount);
  }

  /** Takes a registrar for an application. */
  addRoot(entity: string): void {
    this.roots.add(entity);
  }
}

/** Adds a mount behind those of files before its own: in which order files were read tells nobody anything. */
function insert(map: Map<string, MountFact[]>, key: string, mount: MountFact): void {
  const list = map.get(key);
  if (!list) map.set(key, [mount]);
  else {
    const after = list.findIndex(({ file }) => file > mount.file);
    list.splice(after === -1 ? list.length : after, 0, mount);
  }
}

function remove<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)?.filter((other) => other !== value);
  if (list && list.length > 0) map.set(key, list);
  else map.delete(key);
}
