import type { ts } from 'ts-morph';
import type { Location, Span } from '../model/finding';
import { lineStartsOfText, locate, positionAt } from '../syntax/ranges';
import type { Comment } from '../syntax/comments';
import { commentStyle, commentsContaining, isCommentLine } from './comments';

/** How far a suppression reaches. */
export type DirectiveReach = 'next-line' | 'line' | 'file';

/** One `production-gap-ignore-…` comment. Plain data. */
export interface Directive {
  reach: DirectiveReach;
  /** Rule ids as written, with where they stand. */
  rules: { id: string; span: Span; location: Location }[];
  /** Words after ` -- `. */
  reason?: string;
  /** The comment. */
  span: Span;
  location: Location;
  /** The comment with the braces around it, when it is a child of a JSX element. */
  container?: Span;
  /** The comment as written. */
  text: string;
  /** 1-based line that it covers; absent for a whole file and when no code follows. */
  line?: number;
  /** Set when it stands where it has no effect. */
  misplaced?: string;
}

/** What every suppression comment begins with. */
export const directiveWord = 'production-gap-ignore-';

/** A comment for a whole file must stand among the first lines, where people look for it. */
const lastLineForFile = 20;

const grammar =
  /^(?<lead>(?:\/\/+|\/\*+|#+|--+)[\s*]*)production-gap-ignore-(?<reach>next-line|line|file)(?![\w-])(?<ids>[\s\S]*?)(?:(?<=\s)(?:--|—)(?<reason>[\s\S]*?))?(?:\*\/)?$/;

/** Text of the reason without the stars and line breaks of a block comment. */
function oneLine(text: string): string {
  return text.replace(/\s*\r?\n\s*\*?\s*/g, ' ').trim();
}

/** A comment that does something, so that findings stand on it. */
const actsOnFile = /@ts-nocheck\b/;

/** Line of the first code after a line: blank lines and further comments are skipped. */
function nextCodeLine(file: string, text: string, lineStarts: readonly number[], line: number): number | undefined {
  const style = commentStyle(file);
  if (!style) return undefined;
  let isInBlock = false;
  for (let next = line + 1; next <= lineStarts.length; next++) {
    const content = text.slice(lineStarts[next - 1], lineStarts[next] ?? text.length);
    if (isInBlock) {
      isInBlock = !content.includes('*/');
    } else if (style !== 'hash' && /^\s*\{?\s*\/\*/.test(content) && !content.includes('*/')) {
      isInBlock = true;
    } else if (!isCommentLine(content, style) || actsOnFile.test(content)) {
      return next;
    }
  }
  return undefined;
}

/**
 * Reads the suppressions of one file. `tree` must be the tree of this text; without it, script files have none.
 * Cheap for files that contain no suppression.
 */
export function readDirectives(file: string, text: string, tree?: ts.SourceFile): Directive[] {
  const comments = commentsContaining(file, text, directiveWord, tree);
  if (comments.length === 0) return [];
  const lineStarts = lineStartsOfText(text);
  return comments.flatMap((comment) => readDirective(file, text, lineStarts, comment) ?? []);
}

function readDirective(file: string, text: string, lineStarts: readonly number[], found: Comment): Directive | undefined {
  const span = { start: found.start, end: found.end };
  const comment = text.slice(span.start, span.end);
  const groups = grammar.exec(comment)?.groups;
  if (!groups) return undefined;
  const reach = groups['reach'] as DirectiveReach;
  const idsStart = span.start + groups['lead']!.length + directiveWord.length + reach.length;
  const rules = [...groups['ids']!.matchAll(/[^\s,*]+/g)].map((match) => {
    const start = idsStart + match.index;
    const place = { start, end: start + match[0].length };
    return { id: match[0], span: place, location: locate(file, lineStarts, place) };
  });
  const location = locate(file, lineStarts, span);
  const directive: Directive = { reach, rules, span, location, text: comment };
  if (found.container) directive.container = found.container;
  const words = oneLine(groups['reason'] ?? '');
  if (words !== '') directive.reason = words;
  if (reach === 'line') directive.line = location.line;
  if (reach === 'next-line') {
    const line = nextCodeLine(file, text, lineStarts, positionAt(lineStarts, span.end).line);
    if (line === undefined) directive.misplaced = 'no code follows it';
    else directive.line = line;
  }
  if (reach === 'file' && location.line > lastLineForFile)
    directive.misplaced = `it must stand in the first ${lastLineForFile} lines of the file`;
  return directive;
}
