import type { ts } from 'ts-morph';
import type { FileEdit, TextEdit } from '../model/fix';
import { placeAt, type Place } from '../syntax/comments';
import { lineStartsOfText } from '../syntax/ranges';
import { commentStyle, type CommentStyle } from './comments';
import { readDirectives, type Directive } from './directives';

/** What is to be suppressed, and where. */
export interface SuppressRequest {
  file: string;
  text: string;
  /** 1-based line on which the findings start. */
  line: number;
  /** Rule ids. */
  rules: readonly string[];
  /** In a person's words; errors stay open without one. */
  reason?: string;
  /** The tree of `text`, for script files. */
  tree?: ts.SourceFile;
}

/** The edit, or why there is none, in one plain sentence. */
export type SuppressOutcome = { edit: FileEdit } | { refused: string };

/** Comments of other tools that act on the very next line, so that nothing may come between. */
const actsOnNextLine =
  /@ts-(?:expect-error|ignore)|(?:eslint|oxlint)-disable-next-line|(?:biome|deno-lint|prettier|dprint)-ignore|(?:istanbul|v8|c8) ignore next|nosemgrep|snyk|noinspection/;

/** One line that cannot end a block comment or start another reason. */
function oneLine(reason: string | undefined): string {
  return (reason ?? '').replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();
}

/** In YAML, text under a key that ends in `|` or `>` is one string. */
function isInBlockScalar(lines: readonly string[], index: number): boolean {
  const indentOf = (line: string): number => line.length - line.trimStart().length;
  let indent = indentOf(lines[index]!);
  for (let above = index - 1; above >= 0 && indent > 0; above--) {
    const line = lines[above]!;
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    if (/(?:^|[:\-\s])[|>][+-]?\d?\s*(?:#.*)?$/.test(line.trimEnd())) return true;
    indent = indentOf(line);
  }
  return false;
}

function placeOf(request: SuppressRequest, style: CommentStyle, lines: readonly string[], offset: number): Place {
  if (request.tree) return placeAt(request.tree, offset);
  return style === 'hash' && /\.ya?ml$/i.test(request.file) && isInBlockScalar(lines, request.line - 1) ? 'string' : 'code';
}

function written(style: CommentStyle, place: Place, body: string): string {
  if (place === 'jsx-child') return `{/* ${body} */}`;
  return `${{ slash: '//', hash: '#', dash: '--' }[style]} ${body}`;
}

/** The comment that already covers the line alone, if there is one. */
function existingOn(directives: readonly Directive[], line: number): Directive | undefined {
  const covering = directives.filter((directive) => directive.reach !== 'file' && directive.line === line);
  return covering.find((directive) => directive.rules.length > 0) ?? covering[0];
}

/** Adds ids and reason to a comment; undefined when it says all that already. */
function merge(directive: Directive, rules: readonly string[], reason: string): TextEdit | undefined {
  const present = directive.rules.map(({ id }) => id);
  const added = rules.filter((rule) => !present.includes(rule));
  const known = directive.reason ?? '';
  const hasNewReason = reason !== '' && !known.split('; ').includes(reason);
  if (added.length === 0 && !hasNewReason) return undefined;
  const reasons = [known, ...(hasNewReason ? [reason] : [])].filter((part) => part !== '').join('; ');
  const opening = /^(?:\/\/+|\/\*+|#+|--+)/.exec(directive.text)![0];
  const body = `production-gap-ignore-${directive.reach} ${[...present, ...added].join(', ')}${reasons === '' ? '' : ` -- ${reasons}`}`;
  return { ...directive.span, newText: `${opening} ${body}${directive.text.endsWith('*/') ? ' */' : ''}` };
}

/**
 * Builds the edit that suppresses rules on one line: ids go into the comment that is already there, else a new comment
 * comes above the line, indented like it and written as the place demands. Refuses where a comment would become text.
 */
export function suppressLine(request: SuppressRequest): SuppressOutcome {
  const { file, text, rules, tree } = request;
  const style = commentStyle(file);
  if (!style)
    return {
      refused: `${file.slice(file.lastIndexOf('/') + 1)} cannot hold comments that are read; add a waiver to the configuration instead.`,
    };
  const reason = oneLine(request.reason);
  const existing = existingOn(readDirectives(file, text, tree), request.line);
  if (existing) {
    const edit = merge(existing, rules, reason);
    return edit ? { edit: { file, edits: [edit] } } : { refused: 'This is already suppressed here.' };
  }
  const lineStarts = lineStartsOfText(text);
  const lines = lineStarts.map((start, index) => text.slice(start, lineStarts[index + 1] ?? text.length).replace(/\r?\n$/, ''));
  const content = lines[request.line - 1];
  if (content === undefined || content.trim() === '') return { refused: 'There is no code on this line.' };
  const indent = /^[ \t]*/.exec(content)![0];
  const place = placeOf(request, style, lines, lineStarts[request.line - 1]! + indent.length);
  if (place === 'string')
    return {
      refused: 'The line starts inside a text, where a comment would become part of it; add a waiver to the configuration instead.',
    };
  if (place === 'jsx-text')
    return {
      refused:
        'The line starts with text that is shown to people, where a comment would be shown too; add a waiver to the configuration instead.',
    };
  let target = request.line;
  while (target > 1 && isDirectiveOfAnotherTool(lines[target - 2]!)) target--;
  const body = `production-gap-ignore-next-line ${rules.join(', ')}${reason === '' ? '' : ` -- ${reason}`}`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const at = lineStarts[target - 1]!;
  return { edit: { file, edits: [{ start: at, end: at, newText: `${indent}${written(style, place, body)}${newline}` }] } };
}

function isDirectiveOfAnotherTool(line: string): boolean {
  return /^\s*(?:\/\/|\{?\s*\/\*|#|--)/.test(line) && actsOnNextLine.test(line);
}
