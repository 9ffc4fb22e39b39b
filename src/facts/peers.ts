import type { Route } from '../model/facts';
import { backstageSegment, loginSegment } from '../model/lexicon';
import type { PeerKind, Trait } from '../model/posture';
import type { FileRole } from '../model/rule';
import { identifies } from './guardLevels';

/** What grouping asks about the project. */
export interface PeerSource {
  /** Files that register routes. */
  files(): readonly string[];
  /** Linked routes of a file; the same array as long as nothing about them has changed. */
  routes(file: string): readonly Route[];
  packageDir(file: string): string;
  role(file: string): FileRole;
  /** Does the registrar of a route serve a whole application? Then it says nothing about likeness. */
  isApplication(group: string): boolean;
}

/** One endpoint as it is compared: what it has, and whom it resembles. Undefined: it says nothing about that trait. */
export interface PeerRow {
  route: Route;
  traits: Partial<Record<Trait, boolean>>;
  /** Groups that it belongs to, most specific first. */
  groups: readonly PeerGroup[];
  /** Everything that decides, as one text without positions. */
  shape: string;
}

/** Endpoints that have something in common. */
export interface PeerGroup {
  kind: PeerKind;
  key: string;
  common: string;
  rows: Set<PeerRow>;
  counts: Partial<Record<Trait, { have: number; total: number }>>;
  /** Another number whenever its members, or what they have, are different. */
  state: number;
}

interface FileRows {
  routes: readonly Route[];
  rows: PeerRow[];
}

const version = /^(api|v\d+|functions|trpc|rest)$/i;
/** Endpoints that touch many tables are like none of those that touch one. */
const mostTables = 3;

/**
 * Divides the endpoints of a project into groups of alike ones and counts what their members have. Each endpoint is in a
 * handful of groups, and an edit touches the groups of the endpoints that it changed.
 */
export class PeerGroups {
  private readonly byFile = new Map<string, FileRows>();
  private readonly byRoute = new WeakMap<Route, PeerRow>();
  private readonly groups = new Map<string, PeerGroup>();
  private dirty: Set<string> | 'all' = 'all';
  private states = 0;
  /** Grows whenever a group has other members, or members that have something else. */
  generation = 0;
  /** How many files were grouped again, for tests. */
  regrouped = 0;

  constructor(private readonly source: PeerSource) {}

  /** The routes of a file may have changed; without a file, those of any. */
  touch(file?: string): void {
    if (file === undefined) this.dirty = 'all';
    else if (this.dirty !== 'all') this.dirty.add(file);
  }

  /** The endpoint as it is compared; undefined when it is not one. */
  row(route: Route): PeerRow | undefined {
    this.refresh();
    return this.byRoute.get(route);
  }

  /** Groups of a kind, in the order in which they came up. */
  all(kind: PeerKind): PeerGroup[] {
    this.refresh();
    return [...this.groups.values()].filter((group) => group.kind === kind && group.rows.size > 0);
  }

  /** What decides in a group, as a number: while it is the same, so are verdicts. 0 where there is no such group. */
  stateOf(key: string): number {
    this.refresh();
    return this.groups.get(key)?.state ?? 0;
  }

  private refresh(): void {
    const { dirty } = this;
    if (dirty !== 'all' && dirty.size === 0) return;
    // What linking finds out on the way is looked at next time.
    this.dirty = new Set();
    if (dirty !== 'all') {
      for (const file of dirty) this.update(file, this.source.routes(file));
      return;
    }
    const present = new Set(this.source.files());
    for (const file of this.byFile.keys()) if (!present.has(file)) this.update(file, []);
    for (const file of present) this.update(file, this.source.routes(file));
  }

  private update(file: string, routes: readonly Route[]): void {
    const old = this.byFile.get(file);
    if (old?.routes === routes) return;
    const rows = this.rowsOf(file, routes);
    if (old && old.rows.length === rows.length && old.rows.every((row, index) => row.shape === rows[index]!.shape)) {
      // Only places have moved: the groups stay as they are.
      for (const [index, row] of old.rows.entries()) if (row !== rows[index]) this.byRoute.set((row.route = rows[index]!.route), row);
      this.byFile.set(file, { routes, rows: old.rows });
      return;
    }
    this.regrouped++;
    this.generation++;
    const all = reused(rows, old?.rows ?? []);
    const [before, now] = [new Set(old?.rows), new Set(all)];
    const gone = [...before].filter((row) => !now.has(row));
    for (const row of gone) for (const group of row.groups) this.change(group, row, -1);
    for (const row of all) {
      if (!before.has(row)) for (const group of row.groups) this.change(group, row, 1);
      this.byRoute.set(row.route, row);
    }
    for (const row of gone) for (const group of row.groups) if (group.rows.size === 0) this.groups.delete(group.key);
    if (routes.length > 0) this.byFile.set(file, { routes, rows: all });
    else this.byFile.delete(file);
  }

  private rowsOf(file: string, routes: readonly Route[]): PeerRow[] {
    if (routes.length === 0 || this.source.role(file) !== 'source') return [];
    const packageDir = this.source.packageDir(file);
    return routes.flatMap((route): PeerRow[] => {
      const known = this.byRoute.get(route);
      if (known) return [known];
      if (
        route.method === 'OPTIONS' ||
        route.method === 'HEAD' ||
        (route.entry !== 'http' && route.entry !== 'rpc' && route.entry !== 'action')
      )
        return [];
      const traits = traitsOf(route);
      const groups = this.groupsOf(route, packageDir);
      const shape = JSON.stringify([
        file,
        route.method,
        route.path,
        route.level,
        route.authentication.presence,
        route.publicIntent,
        traits,
        groups.map(({ key }) => key),
        route.sinks.map(({ kind, delegated }) => [kind, delegated]),
        route.guards.map(({ kind, level, name, place }) => [kind, level, name, place]),
      ]);
      return [{ route, traits, groups, shape }];
    });
  }

  private change(group: PeerGroup, row: PeerRow, by: 1 | -1): void {
    // An endpoint may touch a table twice; it is one member all the same.
    if (by === 1 ? group.rows.has(row) : !group.rows.delete(row)) return;
    if (by === 1) group.rows.add(row);
    group.state = ++this.states;
    for (const [trait, has] of Object.entries(row.traits) as [Trait, boolean][]) {
      const count = (group.counts[trait] ??= { have: 0, total: 0 });
      count.total += by;
      if (has) count.have += by;
    }
  }

  private groupsOf(route: Route, packageDir: string): PeerGroup[] {
    const home = `${packageDir} ${route.framework} ${route.entry}`;
    const groups: PeerGroup[] = [];
    const add = (kind: PeerKind, common: string) => groups.push(this.group(kind, `${kind} ${home} ${common}`, common));
    if (route.entry === 'http') add('address', route.path);
    for (const prefix of prefixesOf(route)) add('prefix', prefix);
    // Functions that are served by themselves belong together by their file.
    const isOfPackage = /^[a-z-]+:[^#]*$/.test(route.group);
    if (route.entry !== 'http') add('registrar', isOfPackage ? route.file : route.group);
    else if (!isOfPackage && !this.source.isApplication(route.group)) add('registrar', route.group);
    const tables = [
      ...new Set(
        route.sinks.flatMap(({ kind, target }) =>
          target !== undefined && /^[\w.$-]+$/.test(target) && (kind === 'write' || kind === 'read-private' || kind === 'privileged')
            ? [target]
            : [],
        ),
      ),
    ];
    if (tables.length <= mostTables) for (const table of tables) add('table', table);
    add('package', packageDir);
    return groups;
  }

  private group(kind: PeerKind, key: string, common: string): PeerGroup {
    let group = this.groups.get(key);
    if (!group) this.groups.set(key, (group = { kind, key, common, rows: new Set(), counts: {}, state: ++this.states }));
    return group;
  }
}

/** The rows of a file, with those it had in place of equal ones: their groups stay as they are. */
function reused(rows: readonly PeerRow[], old: readonly PeerRow[]): PeerRow[] {
  const kept = new Set(rows);
  const free = new Map(old.filter((row) => !kept.has(row)).map((row) => [row.shape, row]));
  return rows.map((row) => {
    const same = free.get(row.shape);
    if (!same) return row;
    free.delete(row.shape);
    same.route = row.route;
    return same;
  });
}

/** Static beginnings of a path that say more than where the API is, longest first: `/api/admin/users`, `/api/admin`. */
function prefixesOf(route: Route): string[] {
  if (route.entry === 'action') return [];
  const isDotted = route.entry === 'rpc' && !route.path.startsWith('/');
  const separator = isDotted ? '.' : '/';
  // The last name of a procedure is its own.
  const segments = route.path
    .split(separator)
    .filter(Boolean)
    .slice(0, isDotted ? -1 : undefined)
    .filter((segment) => !/^[:[{*(]/.test(segment));
  let root = 0;
  while (root < segments.length && version.test(segments[root]!)) root++;
  const prefixes: string[] = [];
  for (let end = segments.length; end > root; end--) prefixes.push((isDotted ? '' : '/') + segments.slice(0, end).join(separator));
  return prefixes;
}

/** Is the endpoint for administrators or developers, by its path? */
export function isBackstage(path: string): boolean {
  return path.split(/[/.]/).some((segment) => backstageSegment.test(segment) || /^test-/i.test(segment));
}

function traitsOf(route: Route): PeerRow['traits'] {
  const traits: PeerRow['traits'] = {};
  const acts = route.sinks.some(({ kind }) => kind !== 'outbound');
  const isEntrance = isBackstage(route.path) && route.path.split(/[/.]/).some((segment) => loginSegment.test(segment));
  // What a schedule calls asks for other proof than what users call.
  if (!acts || isEntrance || route.schedule !== undefined || route.publicIntent !== undefined || route.level === 'PUBLIC_DECLARED')
    return traits;
  const isForeign =
    route.level === 'SECRET' ||
    route.level === 'RLS' ||
    route.level === 'OPTIONAL' ||
    route.guards.some((guard) => guard.kind === 'signature');
  if (!isForeign && route.authentication.presence !== 'unknown') {
    traits.authentication = identifies(route.level);
    traits.role = route.level === 'ROLE';
    if (changesOne(route)) traits.owner = route.level === 'OWNER' || route.caller === 'used';
  }
  for (const trait of ['validation', 'rate-limit', 'logging'] as const) {
    const presence = route.roles[trait]?.presence;
    if (presence === 'present' || presence === 'absent') traits[trait] = presence === 'present';
  }
  return traits;
}

/** Does an endpoint change one thing of many, whoever it is that is signed in? */
function changesOne(route: Route): boolean {
  if (route.level !== 'OWNER' && (route.level !== 'AUTHENTICATED' || route.caller === undefined)) return false;
  const changes = route.sinks.some(({ kind, delegated, open }) => (kind === 'write' || kind === 'privileged') && !delegated && !open);
  return changes && !/^(GET|QUERY|ALL)$/.test(route.method) && /[/.][:[{]/.test(route.path) && !isBackstage(route.path);
}
