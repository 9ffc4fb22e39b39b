import type { Scored } from './examples';

/** What a commit mended, before and after: one kind of gap in one commit. */
export interface FixRow {
  repository: string;
  fix: string;
  category: string;
  /** The first place, as `path:line` in the parent. */
  place: string;
  /** Rules that report one of the places in the parent, those of low confidence apart. */
  before: string[];
  low: string[];
  /** Rules that report one of the mended places. */
  after: string[];
}

/** Fixing commits of which a place was scored before and after, in the order given. */
export function fixRows(scored: readonly Scored[]): FixRow[] {
  const rows = new Map<string, FixRow & { bad: number; ok: number }>();
  for (const one of scored) {
    const { repo, fix, category, path, line, label } = one.example;
    if (fix === undefined || 'left' in one) continue;
    const key = [repo, fix, category].join('\0');
    const row = rows.get(key) ?? { repository: repo, fix, category, place: '', before: [], low: [], after: [], bad: 0, ok: 0 };
    rows.set(key, row);
    row[label]++;
    if (label === 'bad' && row.place === '') row.place = `${path}:${line ?? 'whole file'}`;
    if (one.hit) (label === 'ok' ? row.after : one.hit.confidence === 'low' ? row.low : row.before).push(one.hit.rule);
  }
  return [...rows.values()].filter(({ bad, ok }) => bad > 0 && ok > 0).map(({ bad: _bad, ok: _ok, ...row }) => row);
}

/** One line of figures, then every commit with what became of it; '' when no place was mended. */
export function renderFixes(rows: readonly FixRow[]): string {
  if (rows.length === 0) return '';
  const flagged = rows.filter(({ before, low }) => before.length + low.length > 0);
  const silent = flagged.filter(({ after }) => after.length === 0);
  const share = Math.round((silent.length * 100) / rows.length);
  const hints = flagged.filter(({ before }) => before.length === 0).length;
  const head = `Fixing commits: ${rows.length} scored, the parent is flagged in ${flagged.length} (${hints} with low confidence only), and the fix is silent in ${silent.length} of these: ${share} % of all.`;
  const words = ({ before, low, after }: FixRow): string => {
    const found = [...new Set([...before, ...low])].join(', ');
    return found === ''
      ? after.length > 0
        ? `new: ${after.join(', ')}`
        : 'missed'
      : after.length > 0
        ? `still: ${[...new Set(after)].join(', ')}`
        : `silenced: ${found}`;
  };
  return [
    head,
    ...rows.map((row) => `  ${words(row)}  ${row.category}  ${row.repository}@${row.fix.slice(0, 10)}  ${row.place}`).sort(),
  ].join('\n');
}
