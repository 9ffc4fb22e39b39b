import type { Route, RouteGuard } from '../model/facts';
import { debugSegment, isCatalogue, isCatalogueTable, limiterName, ownSegment, privateWord, tellsEverybody } from '../model/lexicon';
import type { Habit, PeerKind, Posture, Trait } from '../model/posture';
import { identifies } from './guardLevels';
import { isBackstage, type PeerGroup, type PeerGroups, type PeerRow } from './peers';

/** Shares of the peers that make a habit of something, and how many peers it takes. */
const habits: Record<Trait, { share: number; members: number }> = {
  authentication: { share: 0.7, members: 3 },
  role: { share: 0.8, members: 3 },
  owner: { share: 0.8, members: 3 },
  validation: { share: 0.8, members: 4 },
  'rate-limit': { share: 0.8, members: 4 },
  logging: { share: 0.8, members: 4 },
};
/** A group of this size that has no such habit is answer enough. */
const large = 6;

/** What peers say of one endpoint: a posture that it departs from, that it does not, or nothing. */
export type Comparison = { posture: Posture } | 'consistent' | 'undecided';

/** Compares an endpoint with those that are like it. `asked` is told the key of every group that was looked at. */
export function compare(route: Route, peers: PeerGroups, asked: (key: string) => void): Comparison {
  const row = peers.row(route);
  if (!row) return 'undecided';
  let verdict: Comparison = 'undecided';
  for (const trait of wanting(row)) {
    const found = compareBy(trait, row, asked);
    if (typeof found === 'object') return found;
    if (found === 'consistent') verdict = 'consistent';
  }
  return verdict;
}

/**
 * Compares an endpoint by what it does besides finding out who calls, with those of its router and of the same beginning of
 * the path only. What merely reads is often left out on purpose.
 */
export function compareHabit(route: Route, habit: Habit, peers: PeerGroups, asked: (key: string) => void): Comparison {
  const row = peers.row(route);
  if (!row || isRead(route) || route.sinks.every((sink) => sink.kind === 'read-private' || sink.kind === 'outbound')) return 'undecided';
  return compareBy(habit, row, asked, (group) => group.kind === 'prefix' || group.kind === 'registrar');
}

/** Compares an endpoint by one trait with the first of its groups that says something. */
function compareBy(
  trait: Trait,
  row: PeerRow,
  asked: (key: string) => void,
  counts: (group: PeerGroup) => boolean = () => true,
): Comparison {
  if (row.traits[trait] !== false) return 'undecided';
  for (const group of row.groups) {
    if (!counts(group)) continue;
    if (group.kind === 'package' && !isBackstage(row.route.path)) continue;
    if (trait === 'owner' && (group.kind === 'address' || group.kind === 'package')) continue;
    asked(group.key);
    const { have, total } = group.counts[trait]!;
    const others = total - 1;
    if (others < (group.kind === 'address' ? 1 : habits[trait].members) || (trait === 'role' && !saysWho(row.route, group, others)))
      continue;
    if (have / others >= habits[trait].share && !(group.kind === 'address' && isOpenForm(trait, row, group)))
      return { posture: postureOf(trait, row, group) };
    if (group.kind !== 'address' && (others + 1 >= large || have / others <= 1 - habits[trait].share)) return 'consistent';
  }
  return 'undecided';
}

/** What the endpoint may lack, by what it has. */
function wanting({ route, traits }: PeerRow): Trait[] {
  if (!route.sinks.some((sink) => !sink.delegated && !sink.open && sink.kind !== 'outbound')) return [];
  // What was made for development has to go, whatever its neighbours ask for.
  if (route.path.split(/[/.]/).some((segment) => debugSegment.test(segment))) return [];
  if (traits.authentication === false) {
    // Looking whether a token is there is another mistake; letting strangers in on purpose is none.
    const isLenient = route.guards.some(
      ({ kind, level, place, optimistic }) =>
        kind === 'authentication' &&
        (level === 'OPTIONAL' || (level === 'PRESENCE_ONLY' && optimistic === undefined && place !== 'platform')),
    );
    return isLenient ? [] : ['authentication'];
  }
  return traits.authentication && route.level === 'AUTHENTICATED' && !isOwn(route) ? ['role', 'owner'] : [];
}

/** Is it the caller's own thing that is reached? Whoever is signed in may change their own profile, whatever those around it need. */
function isOwn({ path }: Route): boolean {
  // A prefix that all routes have and nobody could read names nothing.
  return (
    ownSegment.test(path.slice(path.lastIndexOf('/') + 1)) && !/[:[{*]/.test(path.replace(/^(?:\/\*)+(?=\/)/, '')) && !isBackstage(path)
  );
}

/** Names of functions that do what a `POST` does: whoever is signed in files an appeal, those with a role decide about it. */
const making = /^(?:create|add|submit|send|report|request|file|apply|place|open|start|book)(?![a-z])/;

/** Names of what people do for themselves: pupils enrol in the courses that teachers change. */
const joining =
  /^(?:enroll?|join|leave|follow|unfollow|like|unlike|vote|rate|review|favou?rite|bookmark|subscribe|unsubscribe|rsvp|attend)(?![a-z])/;

/**
 * Can a group say that an endpoint is for administrators only? Those who administer orders and those who place them touch
 * the same table under the same path: outside administration only a change among many that need a role is telling.
 */
function saysWho(route: Route, group: PeerGroup, others: number): boolean {
  if (group.kind === 'table' || group.kind === 'package') return false;
  return (
    isBackstage(route.path) ||
    (group.kind !== 'address' &&
      others > 3 &&
      !/^(GET|POST|QUERY)$/.test(route.method) &&
      !(route.entry === 'rpc' && making.test(lastOf(route))) &&
      !(route.entry !== 'http' && joining.test(lastOf(route))) &&
      route.sinks.some(({ kind }) => kind !== 'read-private'))
  );
}

/** The name of a function, without the router that it stands in. */
function lastOf({ path }: Route): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Anybody may send a form or read a catalogue of which only some may see or change the entries. */
function isOpenForm(trait: Trait, { route }: PeerRow, group: PeerGroup): boolean {
  if (isRead(route)) return !isPrivate(route, group);
  return route.method === 'POST' && [...group.rows].every((other) => other.traits[trait] !== true || other.route.method === 'GET');
}

function isRead({ method }: Route): boolean {
  return method === 'GET' || method === 'QUERY';
}

/** Does an endpoint change nothing, whatever it is called with? Functions and searches are sent what they look for. */
function onlyReads(route: Route): boolean {
  return isRead(route) || route.sinks.every(({ kind, open }) => open || kind === 'read-private' || kind === 'outbound');
}

function isPrivate(route: Route, group: PeerGroup): boolean {
  if (
    isRead(route) &&
    tellsEverybody(
      route.path,
      route.sinks.map(({ target }) => target),
    )
  )
    return false;
  if (isBackstage(route.path)) return true;
  if (
    onlyReads(route) &&
    (isCatalogue(route.path) || (route.sinks.length > 0 && route.sinks.every(({ target }) => isCatalogueTable(target ?? ''))))
  )
    return false;
  return privateWord.test(`${route.path} ${group.kind === 'table' ? group.common : ''}`);
}

function postureOf(trait: Trait, row: PeerRow, group: PeerGroup): Posture {
  const { route } = row;
  const { have, total } = group.counts[trait]!;
  // Groups grow in the order in which files are read; what is said of them must not depend on it.
  const holders = [...group.rows]
    .filter((other) => other.traits[trait] === true)
    .sort((a, b) => (idOfRoute(a.route) < idOfRoute(b.route) ? -1 : 1));
  const guard = modalGuard(trait, holders);
  const address = row.groups.find(({ kind }) => kind === 'address');
  const hasSinks = (...kinds: string[]) => route.sinks.some((sink) => !sink.delegated && !sink.open && kinds.includes(sink.kind));
  const forStrangers = trait === 'authentication' && countsStrangers(route, holders) ? (true as const) : undefined;
  const isCatalogue = onlyReads(route) && !isPrivate(route, group);
  const points =
    (have / (total - 1) >= 0.9 && total > 3 ? 2 : 1) +
    (hasSinks('write', 'exec', 'paid') ? 2 : 0) +
    (isPrivate(route, group) ? 2 : 0) +
    (hasSinks('privileged') ? 1 : 0) -
    // What is for sale or to be read is often open where its changes are not.
    (isCatalogue ? 2 : 0) +
    (!isCatalogue && address && (address.counts[trait]?.have ?? 0) > 0 ? 1 : 0) -
    (forStrangers ? 3 : 0);
  return {
    lacks: trait,
    peers: group.kind,
    common: group.common,
    among: among(route, group.kind, group.common),
    have,
    total,
    ...(guard ? { guard } : {}),
    nearest: nearest(route, holders),
    examples: new Set(holders.map((other) => idOfRoute(other.route))),
    score: Math.min(points, most(trait, route)),
    ...(forStrangers ? { forStrangers } : {}),
  };
}

/** Whoever counts the requests of strangers expects strangers: is there a limit, or one of its own, where hardly any of those that ask who calls has one? */
function countsStrangers(route: Route, holders: readonly PeerRow[]): boolean {
  const isRare = (has: (route: Route) => boolean): boolean =>
    has(route) && holders.filter((holder) => has(holder.route)).length * 4 <= holders.length;
  return (
    isRare(({ roles }) => roles['rate-limit']?.presence === 'present') ||
    isRare(({ guards }) =>
      guards.some(({ kind, place, unsure, name }) => kind === 'rate-limit' && ownPlaces.has(place) && (!unsure || limiterName.test(name))),
    )
  );
}

/** Where guards stand that were put there for one endpoint. */
const ownPlaces: ReadonlySet<RouteGuard['place']> = new Set(['route', 'wrapper', 'handler']);

/** The most that can be said of an endpoint outside administration: whom it is for is guessed, and functions that read are what pages without a login show. */
function most(trait: Trait, route: Route): number {
  if (trait === 'owner') return 2;
  if (isBackstage(route.path)) return Infinity;
  if (route.entry === 'rpc' && (isRead(route) || route.sinks.every(({ kind }) => kind === 'read-private' || kind === 'outbound'))) return 2;
  return trait === 'role' ? 4 : Infinity;
}

/** Who was compared, in plain words. */
function among(route: Route, peers: PeerKind, common: string): string {
  const isOfFile = route.entry !== 'http' && (common === route.file || common === `${route.file}#actions`);
  const them = route.entry === 'http' ? 'routes' : route.entry === 'rpc' && route.path.includes('.') ? 'procedures' : 'functions';
  switch (peers) {
    case 'address':
      return `methods of ${common}`;
    case 'prefix':
      return `${them} under ${common}`;
    case 'registrar':
      return `${them} of this ${isOfFile ? 'file' : 'router'}`;
    case 'table':
      return `${them} that touch ${common}`;
    case 'package':
      return `${them} of this package`;
  }
}

/** Names a route across edits. */
export function idOfRoute(route: Pick<Route, 'file' | 'method' | 'path'>): string {
  return `${route.file} ${route.method} ${route.path}`;
}

function guardsFor(trait: Trait, { route }: PeerRow): RouteGuard[] {
  // What they do with who is calling is no guard that another could call.
  if (trait === 'owner') return [];
  if (trait === 'role') return route.guards.filter((guard) => guard.kind === 'authentication' && guard.level === 'ROLE');
  if (trait === 'authentication') return route.guards.filter((guard) => guard.kind === 'authentication' && identifies(guard.level));
  return route.guards.filter((guard) => guard.kind === trait);
}

/** What most of them use; nothing when it has no name of its own. */
function modalGuard(trait: Trait, holders: readonly PeerRow[]): Posture['guard'] {
  const found = new Map<string, NonNullable<Posture['guard']>>();
  for (const holder of holders) {
    const seen = new Set<string>();
    for (const { name, kind, file, span, place } of guardsFor(trait, holder)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const entry = found.get(name);
      if (entry) entry.uses++;
      else found.set(name, { name, kind, file, span, place, uses: 1 });
    }
  }
  const named = [...found.values()].filter(({ name }) => /^[A-Za-z_$][\w$.]*(\([^\n…]*\))?$/.test(name));
  return named.sort((a, b) => b.uses - a.uses || (a.name < b.name ? -1 : 1))[0];
}

function nearest(route: Route, holders: readonly PeerRow[]): Route[] {
  const likeness = (other: Route): number => {
    let length = 0;
    while (length < other.path.length && other.path[length] === route.path[length]) length++;
    return length + (other.file === route.file ? 1000 : 0);
  };
  const best: { route: Route; like: number }[] = [];
  for (const { route: other } of holders) {
    best.push({ route: other, like: likeness(other) });
    best.sort((a, b) => b.like - a.like || (idOfRoute(a.route) < idOfRoute(b.route) ? -1 : 1));
    best.length = Math.min(best.length, 3);
  }
  return best.map((entry) => entry.route);
}
