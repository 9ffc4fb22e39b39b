import { ts } from 'ts-morph';
import { propertyOf } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** What the text of a SELECT says of its rows. */
export interface ReadSelect {
  table?: string;
  /** Text of its WHERE clause, empty for none. */
  where: string;
  bounded: boolean;
  /** All of its text is known: further clauses cannot come in where values stand. */
  known: boolean;
}

const hole = '\uFFFD';

/** Text of a statement, with a mark for each expression in it. */
export function sqlTextOf(analysis: FileAnalysis, argument: ts.Expression | undefined): string | undefined {
  if (!argument) return undefined;
  const value = analysis.resolver.deref(argument);
  for (const name of ['text', 'sql', 'query']) {
    const member = propertyOf(value, name);
    if (member && !ts.isMethodDeclaration(member)) return sqlTextOf(analysis, member);
  }
  const node = ts.isTaggedTemplateExpression(value) ? value.template : value;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => hole + span.literal.text).join('');
  return analysis.textOf(node);
}

/** Reads a SELECT; undefined for other statements. */
export function readSelect(text: string): ReadSelect | undefined {
  const plain = text
    .replace(/--[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/^select\b/i.test(plain)) return undefined;
  const table = /\bfrom\s+["`[]?([\w.]+)/i.exec(plain)?.[1];
  const where = /\bwhere\s+(.*?)(?:\border by\b|\bgroup by\b|$)/i.exec(plain)?.[1] ?? '';
  // A value stands behind an operator, a bracket or a comma; anything else may be a clause.
  const known = !plain
    .split(hole)
    .slice(0, -1)
    .some((before) => !/(?:[=<>(,%']|\b(?:like|limit|offset|and|between))\s*$/i.test(before));
  const bounded =
    /\blimit\b|\bfetch\s+(first|next)\b|^select\s+(distinct\s+)?top\b/i.test(plain) ||
    table === undefined ||
    (/^select\s+(?:exists\b|(?:count|sum|avg|min|max|coalesce)\s*\()/i.test(plain) && !/\bgroup by\b/i.test(plain));
  return {
    ...(table === undefined ? {} : { table }),
    where,
    bounded,
    known: known && !/\bgroup by\b|\bdistinct\b|\b(?:information_schema|pg_catalog|sqlite_master)\b/i.test(plain),
  };
}
