import { backstageSegment } from './lexicon';
import type { Route } from './facts';

/** Rules that say that nobody asks who calls, or hardly: while one of them reports, whose rows an endpoint touches is not its first gap. */
export const openEndpointRules = [
  'missing-auth-guard',
  'exported-server-function',
  'inconsistent-auth-posture',
  'admin-surface-unguarded',
  'presence-only-token-check',
  'disabled-guard',
  'unverified-session-source',
];

/** The endpoints by which callers reach a place. */
export interface RowEndpoints {
  /** Does anybody but jobs and services reach it? */
  isReached: boolean;
  /** Do others than administrators? They may mean the rows of others. */
  isForPeople: boolean;
  /** Those that ask who calls, and no more than that. */
  known: Route[];
}

/** Sorts the endpoints that reach an access to rows by who may call them. */
export function rowEndpoints(routes: readonly Route[]): RowEndpoints {
  const called = routes.filter(
    ({ entry, schedule }) => entry !== 'job' && entry !== 'webhook' && entry !== 'socket' && schedule === undefined,
  );
  const own = called.filter(({ path }) => !path.split(/[/.]/).some((part) => backstageSegment.test(part)));
  const known = own.filter(({ level, authentication }) => level === 'AUTHENTICATED' && authentication.presence === 'present');
  return { isReached: called.length > 0, isForPeople: own.length > 0, known };
}
