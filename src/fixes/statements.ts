import { ts } from 'ts-morph';
import { walk } from '../syntax/nodes';
import type { Draft } from './edits';
import { indentAt, lineEnd, lineStart, render, startsLine, type Code } from './style';

type StatementList = ts.Block | ts.SourceFile | ts.CaseOrDefaultClause | ts.ModuleBlock;

function listAround(statement: ts.Statement): StatementList | undefined {
  const parent = statement.parent;
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent) || ts.isModuleBlock(parent) ? parent : undefined;
}

/** The statement around a node; the node itself if it is one. */
export function statementOf(node: ts.Node): ts.Statement | undefined {
  let current: ts.Node | undefined = node;
  while (current && !(isStatement(current) && !ts.isBlock(current))) {
    if (ts.isSourceFile(current)) return undefined;
    current = current.parent;
  }
  return current as ts.Statement | undefined;
}

function isStatement(node: ts.Node): node is ts.Statement {
  return (
    (node.kind >= ts.SyntaxKind.FirstStatement && node.kind <= ts.SyntaxKind.LastStatement) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isExportAssignment(node) ||
    ts.isImportDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isExportDeclaration(node)
  );
}

/** Start of a statement with the semicolon that shields it from the line before: `;[1, 2].forEach(…)`. */
function startOf(draft: Draft, statement: ts.Statement): number {
  const start = statement.getStart(draft.tree);
  return draft.text[start - 1] === ';' && startsLine(draft.text, start - 1) ? start - 1 : start;
}

/** End of a statement without a semicolon that shields the next line. */
function endOf(draft: Draft, node: ts.Node): number {
  if (!ts.isStatement(node) || draft.text[node.end - 1] !== ';' || !startsLine(draft.text, node.end - 1)) return node.end;
  let end = node.getStart(draft.tree);
  ts.forEachChild(node, (child) => void (end = Math.max(end, child.end)));
  return end;
}

/** Start of a statement together with the comments that stand directly above it. */
export function startWithComments(draft: Draft, statement: ts.Statement): number {
  const start = startOf(draft, statement);
  let first = start;
  for (const comment of [...(ts.getLeadingCommentRanges(draft.text, statement.getFullStart()) ?? [])].reverse()) {
    if (!startsLine(draft.text, comment.pos)) break;
    // A blank line parts a comment from the statement.
    if (/\n[ \t\r]*\n/.test(draft.text.slice(comment.end, first))) break;
    first = comment.pos;
  }
  return first;
}

/** End of a statement together with the comments behind it on its line. */
export function endWithComments(draft: Draft, node: ts.Node): number {
  const end = endOf(draft, node);
  const comments = ts.getTrailingCommentRanges(draft.text, end) ?? [];
  return comments.length > 0 ? comments[comments.length - 1]!.end : end;
}

/** Without semicolons, a line that starts with one of these would continue the line before it. */
function closed(code: string, next: string | undefined, draft: Draft): string {
  return !draft.style.semicolons && next && /^[([`/+-]/.test(next) && !/^\s*\}$|[;{]$/m.test(code.slice(code.lastIndexOf('\n') + 1))
    ? `${code};`
    : code;
}

/** Inserts statements before a statement, above the comments that belong to it, or below them when they speak of the new statements too. */
export function insertBefore(draft: Draft, statement: ts.Statement, code: Code, options: { belowComments?: boolean } = {}): void {
  const list = listAround(statement);
  if (!list) return brace(draft, statement, code, []);
  const start = options.belowComments ? startOf(draft, statement) : startWithComments(draft, statement);
  const next = draft.text.slice(startOf(draft, statement));
  if (startsLine(draft.text, start)) {
    draft.insert(lineStart(draft.text, start), `${closed(render(code, draft.style, indentAt(draft.text, start)), next, draft)}\n`);
    return;
  }
  const inner = expand(draft, list);
  draft.insert(statement.getStart(draft.tree), `${closed(render(code, draft.style, inner), next, draft).trimStart()}\n${inner}`);
}

/** Inserts statements behind a statement, after a comment on its line. */
export function insertAfter(draft: Draft, statement: ts.Statement, code: Code): void {
  const list = listAround(statement);
  if (!list) return brace(draft, statement, [], code);
  const following = list.statements[list.statements.indexOf(statement) + 1];
  const next = following && draft.text.slice(startOf(draft, following));
  const end = endWithComments(draft, statement);
  const alone = draft.text.slice(end, lineEnd(draft.text, end)).trim() === '';
  if (alone && startsLine(draft.text, statement.getStart(draft.tree))) {
    draft.insert(end, `\n${closed(render(code, draft.style, indentAt(draft.text, statement.getStart(draft.tree))), next, draft)}`);
    return;
  }
  const inner = expand(draft, list);
  draft.insert(statement.end, `\n${closed(render(code, draft.style, inner), next, draft)}`);
}

/** Puts every statement of a one-line block on a line of its own. Returns their indentation. */
export function expand(draft: Draft, list: StatementList): string {
  const base = indentAt(draft.text, list.getStart(draft.tree));
  const inner = ts.isSourceFile(list) ? base : base + draft.style.indent;
  if (!ts.isBlock(list) && !ts.isModuleBlock(list)) return inner;
  let end = list.getStart(draft.tree) + 1;
  for (const statement of list.statements) {
    breakGap(draft, end, statement.getStart(draft.tree), inner);
    end = statement.end;
  }
  breakGap(draft, end, list.end - 1, base);
  return inner;
}

function breakGap(draft: Draft, start: number, end: number, indent: string): void {
  const gap = draft.text.slice(start, end);
  if (/[\r\n]/.test(gap)) return;
  draft.replace(start, start + (gap.length - gap.trimStart().length), `\n${indent}`);
}

/** Gives a statement that is the whole body of an `if` or loop braces, with further statements around it. */
function brace(draft: Draft, statement: ts.Statement, before: Code, after: Code): void {
  const outer = indentAt(draft.text, statement.parent.getStart(draft.tree));
  const inner = outer + draft.style.indent;
  const start = statement.getStart(draft.tree);
  const lines = (code: Code): string => (code.length > 0 ? `${render(code, draft.style, inner)}\n` : '');
  const gap = draft.text.slice(statement.getFullStart(), start);
  if (gap.trim() === '') draft.replace(statement.getFullStart(), start, ` {\n${lines(before)}${inner}`);
  else {
    draft.insert(statement.getFullStart(), ' {');
    draft.insert(start, `${lines(before).trimStart()}${before.length > 0 ? inner : ''}`);
  }
  draft.insert(endWithComments(draft, statement), `\n${lines(after)}${outer}}`);
}

/** Starts of lines in a range that must stay as they are: insides of template literals and continued strings. */
function frozenLines(draft: Draft, start: number, end: number): Set<number> {
  const frozen = new Set<number>();
  walk(draft.tree, (node) => {
    if (node.end <= start || node.pos >= end) return false;
    if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isStringLiteral(node)) {
      for (let at = lineEnd(draft.text, node.getStart(draft.tree)); at < node.end && at < draft.text.length; at = lineEnd(draft.text, at)) {
        at = draft.text.indexOf('\n', at) + 1;
        if (at === 0 || at > node.end) break;
        frozen.add(at);
      }
      return false;
    }
    return true;
  });
  return frozen;
}

/** Indents the lines that start in a range, except for blank lines and the insides of template literals. */
export function indentLines(draft: Draft, start: number, end: number, by: string): void {
  if (by === '') return;
  const frozen = frozenLines(draft, start, end);
  let at = start === 0 || draft.text[start - 1] === '\n' ? start : draft.text.indexOf('\n', start) + 1;
  for (; at > 0 || start === 0; at = draft.text.indexOf('\n', at) + 1) {
    if (at >= end || (at === 0 && start !== 0)) return;
    if (!frozen.has(at) && draft.text.slice(at, lineEnd(draft.text, at)).trim() !== '') draft.insert(at, by);
    if (draft.text.indexOf('\n', at) < 0) return;
  }
}

/** Where a run of statements starts and ends with the comments that belong to it, the end of the block included. */
export function rangeOf(draft: Draft, first: ts.Statement, last: ts.Statement): { start: number; end: number } {
  const list = listAround(first);
  let end = endWithComments(draft, last);
  if (list && ts.isBlock(list) && list.statements[list.statements.length - 1] === last) {
    end = list.getStart(draft.tree) + draft.text.slice(list.getStart(draft.tree), list.end - 1).trimEnd().length;
  }
  return { start: startWithComments(draft, first), end };
}

/**
 * Puts statements of one block between `head` and `tail` (`try {` … `} catch (err) {` …), one level deeper. Comments
 * move along; nothing inside template literals changes. Gives up on statements that do not stand in a block.
 */
export function wrapStatements(draft: Draft, first: ts.Statement, last: ts.Statement, head: string, tail: Code): void {
  const list = listAround(first);
  if (!list || list !== last.parent) return draft.giveUp();
  const { start, end } = rangeOf(draft, first, last);
  const unit = draft.style.indent;
  if (startsLine(draft.text, start)) {
    const indent = indentAt(draft.text, start);
    draft.insert(lineStart(draft.text, start), `${indent}${head}\n`);
    indentLines(draft, lineStart(draft.text, start), end, unit);
    draft.insert(end, `\n${render(tail, draft.style, indent)}`);
    return;
  }
  if (!ts.isBlock(list)) return draft.giveUp();
  const base = indentAt(draft.text, list.getStart(draft.tree));
  const inner = base + unit;
  let at = list.getStart(draft.tree) + 1;
  for (const statement of list.statements) {
    const begin = statement.getStart(draft.tree);
    const gap = draft.text.slice(at, begin);
    const wrapped = begin >= first.getStart(draft.tree) && statement.end <= last.end;
    const lead = statement === first ? `\n${inner}${head}\n${inner}${unit}` : `\n${wrapped ? inner + unit : inner}`;
    draft.replace(at, at + (gap.length - gap.trimStart().length), lead);
    indentLines(draft, begin, statement.end, wrapped ? unit + unit : unit);
    at = statement.end;
    if (statement === last) draft.insert(end, `\n${render(tail, draft.style, inner)}`);
  }
  const rest = draft.text.slice(Math.max(at, end), list.end - 1);
  draft.replace(list.end - 1 - (rest.length - rest.trimEnd().length), list.end - 1, `\n${base}`);
}

/**
 * Gives an arrow function with an expression body a block: `=> expr` becomes `=> { head; return expr; tail }`. `open` and
 * `close` wrap one level deeper (`try {` and its catch). `returns` is false where the value does not matter.
 */
export function blockBody(
  draft: Draft,
  arrow: ts.ArrowFunction,
  parts: { before?: Code; open?: string; close?: Code; returns: boolean; awaits?: boolean },
): void {
  const body = arrow.body;
  if (ts.isBlock(body)) return draft.giveUp();
  const unit = draft.style.indent;
  const base = indentAt(draft.text, arrow.getStart(draft.tree));
  const inner = base + unit;
  const deep = parts.open ? inner + unit : inner;
  const start = body.getStart(draft.tree);
  const arrowEnd = arrow.equalsGreaterThanToken.end;
  const keyword = `${parts.returns ? 'return ' : ''}${parts.awaits ? 'await ' : ''}`;
  const semicolon = draft.style.semicolons ? ';' : '';
  let lead = `{\n`;
  if (parts.before && parts.before.length > 0) lead += `${render(parts.before, draft.style, inner)}\n`;
  if (parts.open) lead += `${inner}${parts.open}\n`;
  const gap = draft.text.slice(arrowEnd, start);
  const stripped =
    ts.isParenthesizedExpression(body) && ts.isObjectLiteralExpression(body.expression) && parts.returns ? body.expression : body;
  if (gap.trim() === '') draft.replace(arrowEnd, stripped.getStart(draft.tree), ` ${lead}${deep}${keyword}`);
  else draft.insert(start, `${lead}${deep}${keyword}`);
  // Lines inside the expression move by what its first line moves.
  const from = indentAt(draft.text, start).length;
  indentLines(draft, start, body.end, deep.length > from ? deep.slice(from) : '');
  let trail = semicolon;
  if (parts.close) trail += `\n${render(parts.close, draft.style, inner)}`;
  draft.replace(stripped.end, body.end, `${trail}\n${base}}`);
}
