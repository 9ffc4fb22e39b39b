import type { GuardLevel } from '../model/facts';

/** The ladder of guard levels; those beside it rank with what they prove about the caller. */
const rank: Record<GuardLevel, number> = {
  NONE: 0,
  PUBLIC_DECLARED: 0,
  PRESENCE_ONLY: 1,
  OPTIONAL: 2,
  RLS: 3,
  SECRET: 3,
  AUTHENTICATED: 3,
  OWNER: 4,
  ROLE: 5,
};

/** The most that is proved; NONE when there is nothing. */
export function strongest(levels: readonly GuardLevel[]): GuardLevel {
  return levels.reduce<GuardLevel>((best, level) => (rank[level] > rank[best] ? level : best), 'NONE');
}

/** The least that is proved; NONE when there is nothing. */
export function weakest(levels: readonly GuardLevel[]): GuardLevel {
  return (
    levels.reduce<GuardLevel | undefined>(
      (worst, level) => (worst === undefined || rank[level] < rank[worst] ? level : worst),
      undefined,
    ) ?? 'NONE'
  );
}

/** Does the level identify the caller? */
export function identifies(level: GuardLevel): boolean {
  return rank[level] >= 3;
}
