/** Why a text is not analysed; undefined when it is. */
export function whyUnreadable(text: string): string | undefined {
  if (text.length > 1_000_000) return 'too large';
  if (text.includes('\u0000')) return 'not text';
  if (text.length > 20_000) {
    const lines = text.split('\n');
    if (text.length / lines.length > 500 || lines.some((line) => line.length > 20_000)) return 'minified';
  }
  return undefined;
}
