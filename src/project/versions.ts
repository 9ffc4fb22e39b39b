/** What stands for a version nobody can tell. */
export const unknownVersion = 'unknown';

/**
 * Lowest version that a range of a manifest allows, as `major.minor.patch`: `^4.17.0` is `4.17.0`, `>=4 <6` is `4.0.0`,
 * `5 || 4` is `4.0.0`, `npm:other@^1` is `1.0.0`. `unknown` where the range names none: tags, paths, repositories, `*`.
 */
export function minimumOf(range: string): string {
  const plain = range.trim().replace(/^npm:(?:@[^/]+\/)?[^@]*@?/, '');
  if (/^[a-z][\w+.-]*:|\//i.test(plain)) return unknownVersion;
  let lowest: string | undefined;
  for (const alternative of plain.split('||')) {
    const version = lowestOf(alternative.trim());
    if (version === undefined) return unknownVersion;
    if (lowest === undefined || compare(version, lowest) < 0) lowest = version;
  }
  return lowest ?? unknownVersion;
}

/** Of a set of comparators that all hold, the one that says how low it may be. */
function lowestOf(comparators: string): string | undefined {
  const pattern = /(^|[\s,])([<>=^~]*)\s*v?(\d+)(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?(?=$|[\s,])/g;
  for (const [, , operator = '', major, minor, patch, prerelease = ''] of comparators.matchAll(pattern)) {
    if (operator.startsWith('<')) continue;
    return `${major}.${numeral(minor)}.${numeral(patch)}${prerelease}`;
  }
  return undefined;
}

function numeral(part: string | undefined): string {
  return part !== undefined && /^\d+$/.test(part) ? part : '0';
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/).slice(0, 3).map(Number)) as [number[], number[]];
  for (let i = 0; i < 3; i++) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return 0;
}

/** First number of a version: 4 for `4.17.0`; undefined for `unknown` and whatever does not start with a number. */
export function majorOf(version: string): number | undefined {
  const match = /^[v=^~\s]*(\d+)(?=$|\.|-)/.exec(version);
  return match ? Number(match[1]) : undefined;
}
