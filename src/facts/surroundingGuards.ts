import type { FunctionRef, FunctionSummary, GuardKind, HandlerRef, MountFact, RouteFact, RouteGuard, Verdict } from '../model/facts';
import { innermost, wrappersOf, type ChainGuards } from './chainGuards';
import { identifies } from './guardLevels';
import { holdsFor, isMeant } from './guardReach';
import { matcherCovers } from './paths';
import type { Summaries } from './routeTree';
import type { Tables } from './tables';
import { pick } from './ways';

/** What is asked to know what stands around a package. The maps are those of the mounts, by registrar and by what is mounted. */
export interface KnownAround {
  tables: Tables;
  summaries: Summaries;
  guards: ChainGuards;
  summaryOf(ref: FunctionRef): FunctionSummary | undefined;
  mountsOn: ReadonlyMap<string, readonly MountFact[]>;
  mountsOf: ReadonlyMap<string, readonly MountFact[]>;
}

/** What requests meet before any router: middleware files, guards of a whole application, servers and proxies in front. */
export class SurroundingGuards {
  /** Files with a server around the file routes of a folder that limits requests. */
  private readonly limitedDirs = new Map<string, string | undefined>();

  constructor(private readonly known: KnownAround) {}

  /** Guards that hold for all routes of a package: middleware files, APP_GUARD. */
  globalGuards(fact: RouteFact, path: string, method: string): { guards: RouteGuard[]; missed: RouteGuard[]; unknown?: string } {
    const missed: RouteGuard[] = [];
    const guards: RouteGuard[] = fact.upstream
      ? [
          {
            kind: 'authentication',
            level: fact.upstream.level,
            name: fact.upstream.name,
            file: fact.file,
            span: fact.span,
            place: 'platform',
          },
        ]
      : [];
    let unknown: string | undefined;
    // What runs by the clock meets nothing that stands in front of requests.
    if (fact.registrar === undefined || fact.entry === 'job') return { guards, missed };
    const home = fact.registrar.endsWith('#actions') ? undefined : fact.registrar;
    for (const mount of home === undefined ? [] : (this.known.mountsOn.get(home) ?? [])) {
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
      const upstream = heeding
        .flatMap((ref) => [ref, ...wrappersOf(ref), ...[innermost(ref)].filter((inner) => inner !== undefined && inner !== ref)])
        .flatMap((ref) => this.known.guards.guardsOf(ref!, 'upstream', mount.file))
        .map((guard): RouteGuard => (mount.optimistic ? { ...guard, optimistic: mount.optimistic } : guard));
      if (isLeftOut) {
        missed.push(
          ...upstream.filter(
            (guard) => guard.kind === 'authentication' && identifies(guard.level) && holdsFor(guard, path, fact.file) === 'present',
          ),
        );
        continue;
      }
      // A middleware that lets some paths through decides in code which; its verdict on this path is not certain.
      if (upstream.length === 0 && mount.chain.some((ref) => ref.unresolved)) unknown ??= 'the middleware could not be resolved';
      const asks = heeding
        .flatMap((ref) => [ref, ...(ref.wraps ?? [])])
        .map((ref) => ref.fn && this.known.summaryOf(ref.fn)?.mayAsk)
        .find((name) => name !== undefined);
      if (asks !== undefined && !upstream.some((guard) => guard.kind === 'authentication' && identifies(guard.level)))
        unknown ??= `${asks} may ask who is calling`;
      if (mount.chain.some((ref) => this.isConfigured(ref))) {
        unknown ??= 'the middleware decides by its configuration what it lets through';
        continue;
      }
      for (const guard of upstream) {
        // What looks for a session in front of everything, to keep it fresh, says of no endpoint that strangers are meant.
        if (guard.kind === 'authentication' && guard.level === 'OPTIONAL' && guard.unset === undefined) continue;
        const holds = holdsFor(guard, path, fact.file);
        if (holds === 'present') guards.push(guard);
        // What is in doubt about other protections says nothing of who calls.
        else if (holds === 'unknown' && guard.kind !== 'authentication' && guard.kind !== 'signature')
          guards.push({ ...guard, unsure: true });
        else if (holds === 'unknown') unknown ??= `${guard.name} decides by path in a way that could not be read`;
      }
    }
    return { guards, missed, ...pick(unknown) };
  }

  /** What the framework would do for a route, were it not for its configuration. */
  lifted({ registrar, entry }: RouteFact): GuardKind[] {
    if (registrar === undefined || entry === 'job') return [];
    return (this.known.mountsOn.get(registrar) ?? []).flatMap(({ lifts }) => lifts ?? []);
  }

  private isConfigured({ path, wraps }: HandlerRef): boolean {
    const configured = this.known.tables.call(path)?.configured;
    return configured === true || (configured === 'alone' && (wraps?.length ?? 0) === 0);
  }

  /** Is a route module inside another: placed there, or by the names of their files? The root is around all. */
  private isInside(file: string, outer: string): boolean {
    if (file === outer || /(^|\/)root\.[jt]sx?$/.test(outer)) return true;
    // What is named for it runs in front of all that lies in its folder.
    const folder = /^(.*\/)_middleware\.[cm]?[jt]sx?$/.exec(outer)?.[1];
    if (folder !== undefined) return file.startsWith(folder);
    const place = this.known.mountsOf.get(`module:${file}`)?.[0];
    if (place) return place.within?.includes(outer) === true;
    const id = moduleId(outer);
    return [`${id}.`, `${id}/`, `${id}+/`].some((start) => moduleId(file).startsWith(start));
  }

  /** Does a guard let a route through that decorators declare open? It has to read what they set; nobody knows of those that nobody can read. */
  exempts(ref: HandlerRef, fact: RouteFact): boolean {
    if (!fact.openKeys) return false;
    // What checks fields checks those of strangers too.
    if (ref.path?.endsWith('#schema')) return false;
    if (!ref.fn) return ref.unresolved === true || !this.known.tables.call(ref.path)?.guard;
    const keys = this.known.summaryOf(ref.fn)?.metadata ?? [];
    return keys.some((key) => key === '?' || fact.openKeys!.includes(key));
  }

  /** Whether something that requests meet before they come to the application may limit them: a proxy, a server of one's own around file routes. */
  limitedInFront(fact: RouteFact): Verdict | undefined {
    const platform = this.known.summaries.platformLimit?.();
    if (platform !== undefined) return { presence: 'unknown', reason: `${platform} limits requests before they get here` };
    const dir = /^file-routes:([^#]*)$/.exec(fact.registrar ?? '')?.[1];
    if (dir === undefined) return undefined;
    if (!this.limitedDirs.has(dir)) {
      const around = [...this.known.mountsOn.values()]
        .flat()
        .find(
          (mount) =>
            mount.rooted &&
            (dir === '' || mount.file.startsWith(`${dir}/`)) &&
            mount.chain.some((ref) => this.known.guards.guardsOf(ref, 'app', mount.file).some((guard) => guard.kind === 'rate-limit')),
        );
      this.limitedDirs.set(dir, around?.file);
    }
    const server = this.limitedDirs.get(dir);
    return server === undefined ? undefined : { presence: 'unknown', reason: `${server} limits requests and may stand in front` };
  }

  /** Forgets what was worked out of mounts that have changed. */
  invalidate(): void {
    this.limitedDirs.clear();
  }

  /** Where a route module is placed by configuration, if it is. */
  placeOf(file: string): MountFact | undefined {
    return this.known.mountsOf.get(`module:${file}`)?.[0];
  }
}

/** Name of a route module without what all files have: its ending, and `/route` or `/index`. */
function moduleId(file: string): string {
  return file.replace(/\.[jt]sx?$/, '').replace(/\/(route|index|_layout|layout)$/, '');
}
