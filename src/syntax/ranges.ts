import { ts } from 'ts-morph';
import type { Location, Span } from '../model/finding';

/** Span of a node without leading trivia. */
export function spanOf(node: ts.Node, source: ts.SourceFile): Span {
  return { start: node.getStart(source), end: node.end };
}

/** Offsets of line starts. */
export function lineStartsOf(source: ts.SourceFile): number[] {
  return lineStartsOfText(source.text);
}

/** 1-based line and column of an offset. */
export function positionAt(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** Line starts of any text. */
export function lineStartsOfText(text: string): number[] {
  if (!text.includes('\r') && !text.includes('\u2028') && !text.includes('\u2029')) {
    // Counted first: a list that grows leaves three times its size behind, and this happens at every keystroke.
    let count = 1;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
    const starts = new Array<number>(count);
    starts[0] = 0;
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts[line++] = at + 1;
    return starts;
  }
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) starts.push(i + 1);
  }
  return starts;
}

/**
 * Line starts of a text that was edited between two offsets, told by those of the text before. `changed` is the edited part as it is
 * now, which begins where it began; `delta` is by how many characters the text became longer.
 */
export function lineStartsAfter(before: readonly number[], text: string, changed: { pos: number; end: number }, delta: number): number[] {
  // A carriage return at an edge may have lost the line feed that it made one line end with.
  if (text.charCodeAt(changed.end - 1) === 13 || text.charCodeAt(changed.pos - 1) === 13) return lineStartsOfText(text);
  const first = positionAt(before, changed.pos).line;
  const inside = lineStartsOfText(text.slice(changed.pos, changed.end));
  let rest = positionAt(before, changed.end - delta).line;
  const starts = new Array<number>(first + inside.length - 1 + before.length - rest);
  let at = 0;
  for (; at < first; at++) starts[at] = before[at]!;
  for (let line = 1; line < inside.length; line++) starts[at++] = changed.pos + inside[line]!;
  for (; rest < before.length; rest++) starts[at++] = before[rest]! + delta;
  return starts;
}

/** A span as a place for people. */
export function locate(file: string, lineStarts: readonly number[], span: Span): Location {
  const from = positionAt(lineStarts, span.start);
  const to = positionAt(lineStarts, Math.max(span.start, span.end));
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
