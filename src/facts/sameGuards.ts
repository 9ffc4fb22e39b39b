import type { RouteGuard } from '../model/facts';
import { strongest } from './guardLevels';

/** Steps of one check: is a token there, is it good, may its owner do this? A function that takes several asks for the most. */
const ladder = new Set(['PRESENCE_ONLY', 'AUTHENTICATED', 'OWNER', 'ROLE']);

/**
 * Guards in the order in which requests meet them, each once. A function is seen more than once where it refuses in several places, where it is
 * mounted and also written at the route, and where two ways lead to it.
 */
export function withoutRepeats(guards: readonly RouteGuard[]): RouteGuard[] {
  const once = new Map<string, RouteGuard>();
  for (const guard of guards) {
    const key = said(guard);
    const other = once.get(key);
    if (!other || (other.level !== guard.level && strongest([other.level, guard.level]) === guard.level))
      once.set(key, other ? { ...guard, place: other.place } : guard);
  }
  return [...once.values()];
}

/** What tells guards apart: all that decides for whom and when they hold, not where their text stands. */
function said({ kind, level, name, file, when, methods, unverified, unsure, unset, disabled, optimistic }: RouteGuard): string {
  return JSON.stringify([
    kind,
    ladder.has(level) ? 'step' : level,
    name,
    file,
    when,
    methods,
    unverified,
    unsure,
    unset,
    disabled,
    optimistic,
  ]);
}
