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

/** A span as a place for people. */
export function locate(file: string, lineStarts: readonly number[], span: Span): Location {
  const from = positionAt(lineStarts, span.start);
  const to = positionAt(lineStarts, Math.max(span.start, span.end));
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
