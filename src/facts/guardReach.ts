import type { MountFact, PathRule, Presence, RouteFact, RouteGuard } from '../model/facts';
import { identifies } from './guardLevels';
import { pathCovers } from './paths';

/** Which of the guards on the way to an endpoint are meant for it. */

/** Does a guard hold for a method of HTTP? Actions have none. */
export function holdsForMethod({ methods }: RouteGuard, method: string): boolean {
  if (!methods || method === 'ALL' || method === 'ACTION') return true;
  return methods.names.includes(method) === (methods.mode === 'only');
}

/** Is a guard that asks only of marked endpoints meant to ask of this one? It is taken to be where nobody can tell. */
export function holdsForMarked({ markedBy, sparedBy }: RouteGuard, { markers = [], openKeys }: RouteFact): boolean {
  if (openKeys && sparedBy?.some((name) => openKeys.includes(name))) return false;
  return markedBy === undefined || markers.includes(markedBy) || (!openKeys && (markedBy === '?' || markers.includes('?')));
}

/** Guards without those that ask only those who are known, where nothing finds out who calls. */
export function heedful(guards: readonly RouteGuard[]): readonly RouteGuard[] {
  const isKnown = guards.some(({ kind, level, ofKnown }) => kind === 'authentication' && identifies(level) && !ofKnown);
  return isKnown ? guards : guards.filter(({ ofKnown }) => !ofKnown);
}

/** Does a guard that looks at the path hold for this one? Mounted middleware may see the path without its prefix. */
export function holdsFor(guard: RouteGuard, path: string, file = ''): Presence {
  if (!guard.when) return 'present';
  const { exact = [] } = guard.when;
  if (guard.when.paths.length + exact.length === 0) return 'unknown';
  // Groups of files leave no trace in addresses: `route.id.startsWith('/(app)')`.
  const begins = guard.when.paths.some((prefix) =>
    /\/\([^/]+\)/.test(prefix)
      ? `${file}/`.includes(`${prefix}/`)
      : pathCovers(prefix, path) || path.includes(`${prefix}/`) || path.endsWith(prefix),
  );
  const named = begins || exact.includes(path);
  return named === (guard.when.mode === 'only') ? 'present' : 'absent';
}

/** Is middleware for a route, by the routes that it names? */
export function isMeant(mount: MountFact, fact: RouteFact, method: string): boolean {
  if (mount.only && !mount.only.some((rule) => ruleFits(rule, fact, method))) return false;
  return !mount.except?.some((rule) => ruleFits(rule, fact, method));
}

/** Does a rule of paths speak of a route that answers `method`? */
export function ruleFits(rule: PathRule, fact: RouteFact, method: string): boolean {
  // Neither messages nor jobs are requests.
  if (fact.entry === 'socket' || fact.entry === 'job') return false;
  if (rule.owner !== undefined) return rule.owner === fact.owner;
  if (rule.methods && !rule.methods.includes(method)) return false;
  // Procedures are reached through one address, which is not known here.
  if (fact.entry === 'rpc') return rule.path === '/*' || rule.path === '/graphql';
  if (rule.path.endsWith('/*') && rule.path !== '/*' && pathCovers(rule.path.slice(0, -2), fact.path, { only: true })) return false;
  return pathCovers(rule.path, fact.path, { only: rule.exact ?? false });
}
