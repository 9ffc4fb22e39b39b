/** The text of a file, or why it is not analysed. */
export type Reading = { text: string } | { skipped: string };

/** Larger files are not analysed; in bytes on disk, in UTF-16 units in memory. */
export const largestAnalysed = 1_000_000;

const smallestMinified = 20_000;
const longestLine = 20_000;
const longestAverage = 500;

/** The words for a file that is too large; size in bytes. */
export function tooLarge(size: number): string {
  return `too large (${(size / 1_000_000).toFixed(1)} MB)`;
}

/** Why a text is not analysed; undefined when it is. The same for files and for unsaved buffers. */
export function whyUnreadable(text: string): string | undefined {
  if (text.length > largestAnalysed) return tooLarge(text.length);
  if (text.includes('\u0000')) return 'not text';
  if (text.length > smallestMinified && isMinified(text)) return 'minified';
  return undefined;
}

/** Looks at as little as it can: this is asked at every keystroke. */
function isMinified(text: string): boolean {
  for (let start = 0; text.length - start > longestLine;) {
    const end = text.lastIndexOf('\n', start + longestLine);
    if (end < start) return true;
    start = end + 1;
  }
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines * longestAverage < text.length; at = text.indexOf('\n', at + 1)) lines++;
  return lines * longestAverage < text.length;
}

/**
 * Text of a file's bytes as an editor shows it: UTF-8, or UTF-16 where a byte order mark says so, the mark itself left out.
 * Undefined for binary content, which is what a NUL character gives away.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  // Looking for NUL before decoding keeps large binary files cheap.
  if (encoding === 'utf-8' && bytes.includes(0)) return undefined;
  const mark = encoding !== 'utf-8' ? 2 : first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark));
  return encoding !== 'utf-8' && text.includes('\u0000') ? undefined : text;
}
