/** What turns one text into another: the smallest middle part that differs. Offsets refer to the text before. */
export interface TextChange {
  start: number;
  end: number;
  /** Length of what stands there afterwards. */
  newLength: number;
}

/** Texts are compared in pieces of this length first, which engines do far faster than character by character. */
const piece = 1024;

/** The smallest middle part in which two texts differ; empty where they are the same. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + piece <= shorter && before.slice(start, start + piece) === after.slice(start, start + piece)) start += piece;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  const room = shorter - start;
  while (
    same + piece <= room &&
    before.slice(before.length - same - piece, before.length - same) === after.slice(after.length - same - piece, after.length - same)
  )
    same += piece;
  while (same < room && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { start, end: before.length - same, newLength: after.length - same - start };
}
