/** Number of insertions, deletions, replacements and swaps of neighbours that turn one word into another. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** The id as our ids are written: without the dimension in front, and `missing-x` for `no-x`. */
function ownSpelling(word: string): string {
  return word
    .slice(word.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[_\s]+/g, '-')
    .replace(/^no-/, 'missing-');
}

/**
 * The candidate that was probably meant, or undefined when none is close.
 * Understands ids with a dimension in front (`security/missing-auth-guard`) and the spelling `no-x` for `missing-x`.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = ownSpelling(word);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const current = distance(wanted, candidate.toLowerCase());
    if (!best || current < best.distance) best = { candidate, distance: current };
  }
  return best && best.distance <= Math.max(1, Math.floor(wanted.length / 4)) ? best.candidate : undefined;
}

/** ` Did you mean "x"?`, or nothing when no candidate is close. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? '' : ` Did you mean "${candidate}"?`;
}
