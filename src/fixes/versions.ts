/** First number of a version or range: 4 for `^4.18.2`. */
export function majorOf(version: string | undefined): number | undefined {
  const match = /(\d+)/.exec(version ?? '');
  return match ? Number(match[1]) : undefined;
}
