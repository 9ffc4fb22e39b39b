import type { Span } from '../model/finding';
import type { TextEdit } from '../model/fix';

/**
 * The edit that takes a member out of an object that is written in braces, in JSON or in code: with the comma behind it,
 * or the one in front where it is the last, and with its line where nothing else stands on it. Comments stay.
 */
export function memberRemoval(text: string, member: Span): TextEdit {
  let { start, end } = member;
  const behind = /^\s*,/.exec(text.slice(end))?.[0];
  if (behind !== undefined) end += behind.length;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (text.slice(lineStart, start).trim() === '' && rest !== undefined && rest !== '')
    return { start: lineStart, end: end + rest.length, newText: '' };
  // On one line with others: the white space in front of the next, or the comma of the one before, goes too.
  if (behind !== undefined) end += /^[ \t]*/.exec(text.slice(end))![0].length;
  else start -= /,?[ \t]*$/.exec(text.slice(0, start))![0].length;
  return { start, end, newText: '' };
}
