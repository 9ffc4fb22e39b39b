import { ts } from 'ts-morph';
import { constantString } from '../syntax/nodes';
import { declarationOf } from './nodes';

/** A query's text, cut at the expressions that are put into it. */
export type SqlPart = { text: string; start: number; end: number } | { node: ts.Expression };

/** A value that stands where SQL takes a value. */
export interface SqlValue {
  nodes: ts.Expression[];
  /** Offsets of everything that the placeholder replaces: `'%` … `%'` included. */
  start: number;
  end: number;
  /** Text around the value inside its quotes: `%` in `'%${q}%'`. */
  before: string;
  between: string[];
  after: string;
}

/** The text and holes of a template; undefined for other expressions. */
export function templateParts(node: ts.Expression, tree: ts.SourceFile): SqlPart[] | undefined {
  if (!ts.isTemplateExpression(node)) return undefined;
  const parts: SqlPart[] = [{ text: node.head.text, start: node.head.getStart(tree) + 1, end: node.head.end - 2 }];
  for (const span of node.templateSpans) {
    const tail = ts.isTemplateTail(span.literal) ? 1 : 2;
    parts.push({ node: span.expression });
    parts.push({ text: span.literal.text, start: span.literal.getStart(tree) + 1, end: span.literal.end - tail });
  }
  return parts;
}

/** The text and holes of a concatenation. */
export function concatenationParts(node: ts.Expression, tree: ts.SourceFile): SqlPart[] | undefined {
  const operands: ts.Expression[] = [];
  const flatten = (expression: ts.Expression): void => {
    if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      flatten(expression.left);
      operands.push(expression.right);
    } else if (ts.isParenthesizedExpression(expression) && ts.isBinaryExpression(expression.expression)) flatten(expression.expression);
    else operands.push(expression);
  };
  flatten(node);
  if (operands.length < 2) return undefined;
  const parts: SqlPart[] = [];
  for (const operand of operands) {
    const nested = templateParts(operand, tree);
    const text = constantString(operand);
    if (text !== undefined) parts.push({ text, start: operand.getStart(tree), end: operand.end });
    else if (nested) parts.push(...nested);
    else parts.push({ node: operand });
  }
  return parts.some((part) => 'text' in part) ? parts : undefined;
}

/** Is a value expected behind this SQL text, and not a name, a condition or a piece of syntax? */
function takesValue(sql: string): boolean {
  const text = sql.trimEnd();
  if (/[=<>+/%-]$|\|\|$/.test(text)) return true;
  if (/\b(I?LIKE|RLIKE|REGEXP|LIMIT|OFFSET|BETWEEN|THEN|ELSE|ESCAPE|SIMILAR\s+TO)$/i.test(text)) return true;
  if (/\bBETWEEN\s+\S+\s+AND$/i.test(text)) return true;
  if (!/[(,]$/.test(text)) return false;
  const open = openList(text);
  if (open === undefined) return /\bLIMIT\s+\S+\s*,$/i.test(text);
  const head = text.slice(0, open).trimEnd();
  if (/\b(VALUES|IN|ANY|ALL|SOME)$/i.test(head)) return true;
  // A further row of an INSERT.
  if (/\)\s*,$/.test(head)) return /\bVALUES\b/i.test(head);
  // The list behind `INSERT INTO t` holds columns; behind any other word it holds the arguments of a function.
  if (/\b(INTO|TABLE|JOIN|FROM|UPDATE)\s+[^\s(]+$/i.test(head)) return false;
  return (
    /\w$/.test(head) &&
    !/\b(WHERE|AND|OR|NOT|ON|SELECT|FROM|BY|USING|SET|HAVING|WHEN|CASE|DISTINCT|RETURNING|AS|CONFLICT|KEY|INTO|WITH)$/i.test(head)
  );
}

/** Offset of the bracket of the list that is open at the end of the text. */
function openList(sql: string): number | undefined {
  let depth = 0;
  for (let i = sql.length - 1; i >= 0; i--) {
    if (sql[i] === ')') depth++;
    else if (sql[i] === '(' && depth-- === 0) return i;
  }
  return undefined;
}

/** A hole that always holds the same text, fixed in this file. */
function constantText(node: ts.Expression): string | undefined {
  const own = constantString(node);
  if (own !== undefined || !ts.isIdentifier(node)) return own;
  const declaration = declarationOf(node.text, node);
  const list = declaration?.parent;
  if (
    !declaration ||
    !ts.isVariableDeclaration(declaration) ||
    !list ||
    !ts.isVariableDeclarationList(list) ||
    !(list.flags & ts.NodeFlags.Const)
  )
    return undefined;
  return constantString(declaration.initializer);
}

/**
 * Finds the values among the holes of a query, with the quotes around them. Undefined when a hole stands where SQL takes a
 * name, a keyword or a piece of syntax, which no placeholder can stand for.
 */
export function findValues(parts: readonly SqlPart[]): SqlValue[] | undefined {
  const values: SqlValue[] = [];
  let sql = '';
  let open: SqlValue | undefined;
  for (const [index, part] of parts.entries()) {
    if ('node' in part) {
      const constant = constantText(part.node);
      if (open) {
        open.nodes.push(part.node);
        continue;
      }
      if (constant !== undefined) {
        sql += constant;
        continue;
      }
      const previous = parts[index - 1];
      const quote = previous && 'text' in previous ? quoteOpen(previous.text, sql) : undefined;
      if (quote === undefined) {
        const next = parts[index + 1];
        // `= ${alias}.id` and `${prefix}_name` are parts of names.
        const continues = next && 'text' in next && /^[\w."`]/.test(next.text);
        if (continues || !takesValue(sql) || /\.(join|map)\(/.test(part.node.getText())) return undefined;
        values.push({ nodes: [part.node], start: -1, end: -1, before: '', between: [], after: '' });
        sql += '?';
        continue;
      }
      if (!previous || !('text' in previous) || quote.kind !== "'") return undefined;
      sql = sql.slice(0, sql.length - quote.content.length - 1);
      if (!takesValue(sql)) return undefined;
      open = { nodes: [part.node], start: previous.end - quote.content.length - 1, end: -1, before: quote.content, between: [], after: '' };
      continue;
    }
    let text = part.text;
    if (open) {
      const close = text.indexOf("'");
      if (close < 0 || text[close + 1] === "'") {
        if (close >= 0) return undefined;
        open.between.push(text);
        continue;
      }
      open.after = text.slice(0, close);
      open.end = part.start + close + 1;
      values.push(open);
      open = undefined;
      sql += '?';
      text = text.slice(close + 1);
    }
    sql += text;
  }
  return open ? undefined : values;
}

/** The quote that is still open at the end of the SQL, with the text behind it in the last part. */
function quoteOpen(last: string, sql: string): { kind: string; content: string } | undefined {
  let kind: string | undefined;
  let start = 0;
  for (let i = 0; i < sql.length; i++) {
    const char = sql[i]!;
    if (kind) {
      if (char === kind) kind = undefined;
    } else if (char === "'" || char === '"' || char === '`') {
      kind = char;
      start = i;
    }
  }
  if (!kind) return undefined;
  const content = sql.slice(start + 1);
  return last.endsWith(content) ? { kind, content } : { kind: '"', content };
}

/** Placeholders that the text has already: the highest `$n`, and the `?` before an offset. */
export function highestPlaceholder(parts: readonly SqlPart[]): number {
  return Math.max(
    0,
    ...parts.flatMap((part) => ('text' in part ? [...part.text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])) : [])),
  );
}
