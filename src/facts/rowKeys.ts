import { ts } from 'ts-morph';
import { dispositionOf } from '../syntax/flow';
import { bare, constantString, memberName, propertyOf } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { lastName } from './guardConditions';
import { isConsumed } from './queryBounds';
import { chainOf } from './queryChain';
import { targetOf } from './endpointSinks';
import { tableKey } from '../model/ownerNames';
import { sqlTextOf } from './selectText';

/** One thing that rows are asked for by: `id` of `where: { id }`. */
export interface RowKey {
  name: string;
  value: ts.Expression;
  /** It is a condition of its own, about rows of another table: `project: { ownerId }`. */
  nested?: true;
}

/** What rows are asked for by. */
export interface RowKeys {
  keys: RowKey[];
  /** All of the condition could be read, and every part of it has to hold. */
  isWhole: boolean;
  /** What the table is called where the access is made: columns of others belong to rows that are joined. */
  target?: string;
}

const chained = /^(?:where|andWhere|eq|match|filter|is|in|and|equals)$/;
/** Names in a chain that leave the rows as they are. */
const neutral =
  /^(?:|from|into|select|update|updateTable|set|values|del|delete|deleteFrom|destroy|returning|returningAll|single|maybeSingle|first|limit|offset|range|order|orderBy|groupBy|leftJoin|innerJoin|rightJoin|with|as|schema|table|selectAll|selectFrom|execute\w*|run|all|get|throwOnError|returns|overrideTypes|lean|exec|populate|sort|skip|session|orFail|then|catch|finally|transacting|timeout|query|increment|decrement|count|abortSignal|csv|\$dynamic|for|insert|save|new)$/;

/** Reads the condition of an access; undefined where it has none, or none that is known. */
export function rowKeysOf(analysis: FileAnalysis, site: CallSite): RowKeys | undefined {
  const { data } = site.role ?? {};
  if (!data) return undefined;
  if (data.operation === 'raw') return keysOfText(analysis, site.node.arguments ?? []);
  const where = data.where ?? (data.fits && { by: data.fits.by });
  if (!where) return undefined;
  const target = targetOf(analysis, site);
  const found: RowKeys = { keys: [], isWhole: true, ...(target === undefined ? {} : { target }) };
  if (where.by === 'chain') return ofChain(analysis, site, found);
  const args = site.node.arguments ?? [];
  const argument = args[typeof where.by === 'number' ? where.by : where.by.arg];
  if (!argument || args.some(ts.isSpreadElement)) return undefined;
  if (typeof where.by === 'number') {
    addCondition(analysis, argument, found, where.id === true);
    return found;
  }
  const options = analysis.resolver.deref(argument);
  const condition = propertyOf(options, where.by.option);
  if (!condition || ts.isMethodDeclaration(condition)) return undefined;
  addCondition(analysis, condition, found, false);
  return found;
}

function ofChain(analysis: FileAnalysis, site: CallSite, found: RowKeys): RowKeys | undefined {
  const chain = chainOf(site.node);
  // More may be added to a query that has a name.
  if (dispositionOf(chain.end).kind === 'bound' && !isConsumed(chain) && !isAwaitedAt(chain.end)) found.isWhole = false;
  for (const { name, node } of [...chain.before, { name: '', node: site.node }, ...chain.after]) {
    if (node === site.node || neutral.test(name)) continue;
    if (!chained.test(name)) found.isWhole = false;
    else addChained(analysis, name, node.arguments ?? [], found);
  }
  return found.keys.length > 0 ? found : undefined;
}

function isAwaitedAt(node: ts.Node): boolean {
  return ts.isAwaitExpression(node.parent);
}

/** `.eq('id', id)`, `.where('id', '=', id)`, `.where({ id })`, `.where(and(eq(…), eq(…)))` */
function addChained(analysis: FileAnalysis, name: string, args: readonly ts.Expression[], found: RowKeys): void {
  const [first] = args;
  if (!first) return;
  if (args.length === 1) return addCondition(analysis, first, found, false);
  const column = constantString(first);
  const value = args.at(-1)!;
  const operator = args.length === 3 ? constantString(args[1]) : '=';
  if (column === undefined || (operator !== '=' && operator !== 'in' && operator !== 'eq')) found.isWhole = false;
  else if (name === 'filter' && args.length !== 3) found.isWhole = false;
  else found.keys.push({ name: column.slice(column.lastIndexOf('.') + 1), value });
}

function addCondition(analysis: FileAnalysis, expression: ts.Expression, found: RowKeys, mayBeId: boolean): void {
  const value = analysis.resolver.deref(expression);
  if (ts.isObjectLiteralExpression(value)) addObject(analysis, value, found);
  else if (isFunctionNode(value) && ts.isArrowFunction(value) && !ts.isBlock(value.body)) addCondition(analysis, value.body, found, false);
  else if (ts.isCallExpression(value) && addOperator(analysis, value, found)) return;
  else if (mayBeId) found.keys.push({ name: 'id', value: expression });
  else found.isWhole = false;
}

function addObject(analysis: FileAnalysis, object: ts.ObjectLiteralExpression, found: RowKeys): void {
  for (const property of object.properties) {
    if (ts.isShorthandPropertyAssignment(property)) found.keys.push({ name: property.name.text, value: property.name });
    else if (ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)))
      addProperty(analysis, property.name.text, bare(property.initializer), found);
    else found.isWhole = false;
  }
}

const operand = /^\$?(?:eq|equals|in)$/;

function addProperty(analysis: FileAnalysis, name: string, value: ts.Expression, found: RowKeys): void {
  if (/^\$?and$/i.test(name) && ts.isArrayLiteralExpression(value)) {
    for (const element of value.elements) addCondition(analysis, element, found, false);
    return;
  }
  if (/^(?:\$or|or|not|\$nor|\$where|\$expr)$/i.test(name)) {
    found.isWhole = false;
    found.keys.push({ name, value, nested: true });
    return;
  }
  if (!ts.isObjectLiteralExpression(value)) {
    found.keys.push({ name, value });
    return;
  }
  const [only] = value.properties;
  const key = only?.name && (ts.isIdentifier(only.name) || ts.isStringLiteral(only.name)) ? only.name.text : '';
  if (value.properties.length === 1 && operand.test(key) && ts.isPropertyAssignment(only!))
    found.keys.push({ name, value: only.initializer });
  // A relation by its id: `author: { id: user.id }`.
  else if (
    value.properties.length === 1 &&
    /^_?id$/.test(key) &&
    (ts.isPropertyAssignment(only!) || ts.isShorthandPropertyAssignment(only!))
  )
    addRelation(name, ts.isPropertyAssignment(only) ? only.initializer : only.name, found);
  // A key of several columns: `userId_postId: { userId, postId }`.
  else if (
    /^[a-z]\w*_[a-z]\w*$/i.test(name) &&
    value.properties.every((each) => each.name && name.includes(each.name.getText(analysis.source)))
  )
    addObject(analysis, value, found);
  else if (/^\$/.test(key) || /^(?:gte?|lte?|not|contains|startsWith|notIn)$/.test(key))
    found.isWhole = found.isWhole && !/^(?:\$ne|not|\$nin|notIn)$/.test(key);
  else found.keys.push({ name, value, nested: true });
}

function addRelation(name: string, value: ts.Expression, found: RowKeys): void {
  const inner = bare(value);
  if (ts.isObjectLiteralExpression(inner)) found.keys.push({ name, value: inner, nested: true });
  else found.keys.push({ name, value });
}

/** `eq(posts.id, id)`, `and(…)`; false for calls that are no condition, or none of which every part has to hold. */
function addOperator(analysis: FileAnalysis, call: ts.CallExpression, found: RowKeys): boolean {
  const name = lastName(bare(call.expression)) ?? '';
  if (name === 'and') {
    for (const argument of call.arguments) addCondition(analysis, argument, found, false);
    return true;
  }
  const [column, value] = call.arguments;
  // What leaves fewer of the rows that the rest asks for.
  if (/^(?:isNull|isNotNull|gte?|lte?|ne|between)$/.test(name)) return true;
  if (!/^(?:eq|inArray|Equal)$/.test(name) || !column || !value) return false;
  const key = memberName(bare(column));
  if (key === undefined) found.isWhole = false;
  else found.keys.push({ name: key, value, ...(isOfOther(analysis, bare(column), found.target) ? { nested: true as const } : {}) });
  return true;
}

/** Is a column one of another table than the one that is asked: `eq(members.userId, id)` behind `from(teams)`? */
function isOfOther(analysis: FileAnalysis, column: ts.Expression, target: string | undefined): boolean {
  const table = ts.isPropertyAccessExpression(column) ? bare(column.expression) : undefined;
  if (!table || target === undefined) return false;
  const name = lastName(table);
  const isParameter = ts.isIdentifier(table) && analysis.resolver.declarations.find(table)?.kind === 'parameter';
  return name !== undefined && !isParameter && tableKey(name) !== tableKey(target);
}

/** What an UPDATE, a DELETE or a SELECT asks for with `=`, with the values that stand for its marks. */
export function keysOfText(analysis: FileAnalysis, args: readonly ts.Expression[]): RowKeys | undefined {
  const [query, ...rest] = args;
  const text = sqlTextOf(analysis, query)?.replace(/\s+/g, ' ');
  const where = text === undefined ? -1 : text.search(/\bwhere\b/i);
  if (!text || where === -1 || !/^\s*(?:select|update|delete)\b/i.test(text)) return undefined;
  const condition = text.slice(where + 5).replace(/\b(?:order by|group by|limit|returning)\b.*$/i, '');
  const list = rest[0] && analysis.resolver.deref(rest[0]);
  const values = list && ts.isArrayLiteralExpression(list) ? list.elements : rest;
  const holes = holesOf(analysis, query);
  const found: RowKeys = { keys: [], isWhole: !/\bor\b|\bselect\b|\bjoin\b/i.test(text.slice(where)) };
  let mark = text.slice(0, where).match(/\?/g)?.length ?? 0;
  let hole = text.slice(0, where).split('\uFFFD').length - 1;
  for (const part of condition.split(/\band\b/i)) {
    const [, column, sign, number] = /^\s*\(?\s*["`]?([\w.]+?)["`]?\s*=\s*(?:any\s*\()?(\?|\$(\d+)|\uFFFD|:\w+)/i.exec(part) ?? [];
    const value =
      sign === undefined
        ? undefined
        : sign === '?'
          ? values[mark]
          : sign === '\uFFFD'
            ? holes[hole]
            : number !== undefined
              ? values[Number(number) - 1]
              : undefined;
    if (column !== undefined && value && !ts.isSpreadElement(value))
      found.keys.push({ name: column.slice(column.lastIndexOf('.') + 1), value });
    else if (!/^\s*["`]?[\w.]+["`]?\s*(?:=|is|<|>)\s*(?:'[^']*'|\d+|true|false|null|not null|now\(\))\s*;?\s*$/i.test(part))
      found.isWhole = false;
    mark += part.match(/\?/g)?.length ?? 0;
    hole += part.split('\uFFFD').length - 1;
  }
  return found;
}

function holesOf(analysis: FileAnalysis, query: ts.Expression | undefined): ts.Expression[] {
  const value = query && analysis.resolver.deref(query);
  const node = value && ts.isTaggedTemplateExpression(value) ? value.template : value;
  return node && ts.isTemplateExpression(node) ? node.templateSpans.map(({ expression }) => expression) : [];
}

/** The table that a statement is about, and what it does with its rows. */
export function deedOfText(text: string): { target: string; does: 'reads' | 'changes' | 'deletes' } | undefined {
  const plain = text.replace(/\s+/g, ' ').trim();
  const name = String.raw`["\`[]?([\w.]+)`;
  for (const [does, pattern] of [
    ['deletes', `^delete from (?:only )?${name}`],
    ['changes', `^update (?:only )?${name}`],
    ['reads', `^select .*? from ${name}`],
  ] as const) {
    const target = new RegExp(pattern, 'i').exec(plain)?.[1];
    if (target !== undefined) return { target, does };
  }
  return undefined;
}
