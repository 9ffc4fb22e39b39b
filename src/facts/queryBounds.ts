import { ts } from 'ts-morph';
import type { DataAccess } from '../model/facts';
import type { DataRole } from '../model/library';
import { dispositionOf, isAwaited } from '../syntax/flow';
import { bare, hasSpread, propertyOf } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { isGivenLater } from './laterMembers';
import { chainOf, type ChainedCall, type QueryChain } from './queryChain';
import { readSelect, sqlTextOf } from './selectText';

/** How many rows a query may give, as far as it says. */
export type Bounds = Pick<DataAccess, 'many' | 'bounded' | 'reason' | 'narrowed' | 'filters' | 'target'>;

/** Gives one row, a number, or rows one after the other. */
const few =
  /^(first|firstOrFail|single|maybeSingle|take|limit|range|top|fetch|paginate|page|chunk|count|countDistinct|countDocuments|estimatedDocumentCount|exists|min|max|sum|avg|cursor|stream|iterate|eachAsync|executeTakeFirst|executeTakeFirstOrThrow|get|findOne|pluckFirst|explain|toSQL|toString)$/;
/** As many rows as there are groups, or what other code decides. */
const unread = /^(groupBy|groupByRaw|modify|apply|\$if|\$call|tap|distinct|distinctOn|as)$/;
const predicates =
  /^(where\w*|and\w*|or|orWhere\w*|eq|neq|in|is|not|match|filter|gte?|lte?|i?like|contains|containedBy|overlaps|textSearch|having|find|findBy|equals|elemMatch)$/;
const aggregate = /\b(count\w*|sum|avg|min|max)\s*(<[^>]*>)?\(|\bhead:\s*true|^\W*count\W*$/i;
/** A key, an owner, a list or a range leaves few rows. */
const key =
  /^(_?ids?|\w+(?:Ids?|IDs?|_ids?|Uuid|_uuid|By|_by|Email|Slug|Token|Key|Code)|uuid|slug|email|token|phone|username|handle|code|sku|hash|key|owner|author|user|account|session|parent|customer|tenant|organi[sz]ation|workspace|team|project|in|In|inArray|any|ANY|Any|\$in|gte?|lte?|\$gte?|\$lte?|between|Between|whereBetween|whereIn|MoreThan|LessThan|MoreThanOrEqual|LessThanOrEqual|IN|BETWEEN)$/;
const range = /['"](?:[<>]=?|in|between)['"]/i;

/** What limits the rows of a query: its options, the calls chained to it, or its text. */
export function boundsOf(analysis: FileAnalysis, site: CallSite, role: DataRole): Bounds {
  const chain = chainOf(site.node);
  if (role.operation === 'raw') return boundsOfText(analysis, site, chain);
  if (role.operation !== 'read' || !role.many) return { many: false, bounded: 'present', narrowed: 'unknown', filters: [] };
  const calls = [...chain.before, ...chain.after];
  if (calls.some(({ name, node }) => /^select/.test(name) && isAggregate(analysis, node)) || isAggregate(analysis, site.node)) {
    return { many: false, bounded: 'present', narrowed: 'unknown', filters: [] };
  }
  const predicate = predicateOf(analysis, site, role, calls);
  return { many: true, ...limitOf(analysis, site, role, chain), ...predicate };
}

function isAggregate(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression): boolean {
  return (
    /^(select|get)/.test(lastName(call)) && (call.arguments ?? []).some((argument) => aggregate.test(argument.getText(analysis.source)))
  );
}

function lastName(call: ts.CallExpression | ts.NewExpression): string {
  const callee = bare(call.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

/** The function that gives a part of a model's rows: `Group.filterByMember(id).findAll()`. */
function scopeOf(call: ts.CallExpression | ts.NewExpression): string | undefined {
  const callee = bare(call.expression);
  const receiver = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : undefined;
  if (!receiver || !ts.isCallExpression(receiver) || receiver.arguments.length === 0) return undefined;
  const name = lastName(receiver);
  return /^(?:scope|filter|with|by|for|visible|accessible)(?![a-z])/.test(name) ? name : undefined;
}

type Limit = Pick<Bounds, 'bounded' | 'reason'>;

function limitOf(analysis: FileAnalysis, site: CallSite, role: DataRole, chain: QueryChain): Limit {
  const { bound } = role;
  if (!bound) return { bounded: 'unknown', reason: 'what limits its rows is not known' };
  const calls = [...chain.before, ...chain.after];
  if (calls.some(({ name }) => few.test(name) || bound.chained?.includes(name))) return { bounded: 'present' };
  if (calls.some(({ name }) => unread.test(name)))
    return { bounded: 'unknown', reason: 'its rows are grouped or it is changed by other code' };
  if (takesFirst(chain.end)) return { bounded: 'unknown', reason: 'only its first row is used' };
  const through = scopeOf(site.node);
  if (through !== undefined) return { bounded: 'unknown', reason: `what ${through} leaves of its rows is not known` };
  if (bound.option !== undefined) {
    const limit = optionLimit(analysis, site.node.arguments?.[bound.arg ?? 0], bound.option);
    if (limit.bounded !== 'absent' || !bound.chained || isConsumed(chain)) return limit;
    return { bounded: 'unknown', reason: 'it is put together in several statements' };
  }
  if (role.target !== 'receiver' && typeof role.target !== 'number' && chain.before.length === 0)
    return { bounded: 'unknown', reason: 'it is put together in several statements' };
  return isConsumed(chain) ? { bounded: 'absent' } : { bounded: 'unknown', reason: 'it is put together in several statements' };
}

function optionLimit(analysis: FileAnalysis, argument: ts.Expression | undefined, option: string): Limit {
  if (!argument) return { bounded: 'absent' };
  const options = analysis.resolver.deref(argument);
  if (!ts.isObjectLiteralExpression(options)) return { bounded: 'unknown', reason: 'its options could not be read' };
  if (propertyOf(options, option) !== undefined || isGivenLater(analysis, argument, [option])) return { bounded: 'present' };
  return hasSpread(options) ? { bounded: 'unknown', reason: 'further options are spread in' } : { bounded: 'absent' };
}

/** Are its rows taken here, so that no further call can limit them? */
export function isConsumed(chain: QueryChain): boolean {
  if (chain.settled || isAwaited(chain.end)) return true;
  const disposition = dispositionOf(chain.end);
  // `Promise.all([…])`
  return disposition.kind === 'element' || (disposition.kind === 'member' && ts.isAwaitExpression(bareParent(chain.end)));
}

function bareParent(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node.parent) ? bareParent(node.parent) : node.parent;
}

/** `const [user] = await …`, `(await …)[0]`. */
function takesFirst(end: ts.Expression): boolean {
  let current: ts.Node = end;
  while (ts.isAwaitExpression(current.parent) || ts.isParenthesizedExpression(current.parent) || ts.isAsExpression(current.parent))
    current = current.parent;
  const { parent } = current;
  if (ts.isElementAccessExpression(parent)) return parent.expression === current;
  return ts.isVariableDeclaration(parent) && ts.isArrayBindingPattern(parent.name) && parent.name.elements.length === 1;
}

function predicateOf(
  analysis: FileAnalysis,
  site: CallSite,
  role: DataRole,
  calls: readonly ChainedCall[],
): Pick<Bounds, 'narrowed' | 'filters'> {
  const own = lastName(site.node);
  const options = role.bound?.option !== undefined && role.bound.arg === undefined && own !== 'findBy';
  const parts: { name: string; argument: ts.Expression }[] = [];
  if (options) {
    const first = site.node.arguments?.[0];
    const value = first && analysis.resolver.deref(first);
    const where = value && propertyOf(value, 'where');
    if (value && !ts.isObjectLiteralExpression(value)) return { narrowed: 'unknown', filters: [] };
    if (where && !ts.isMethodDeclaration(where)) parts.push({ name: 'where', argument: where });
    if (where && ts.isMethodDeclaration(where)) return { narrowed: 'unknown', filters: [] };
  } else {
    for (const { name, node } of [{ name: own, node: site.node }, ...calls]) {
      if (!predicates.test(name) || (name === own && typeof role.target === 'number')) continue;
      // The second argument of `find` says which fields are wanted.
      for (const argument of /^find/.test(name) ? (node.arguments ?? []).slice(0, 1) : (node.arguments ?? []))
        parts.push({ name, argument });
    }
  }
  return narrowing(analysis, parts);
}

function narrowing(
  analysis: FileAnalysis,
  parts: readonly { name: string; argument: ts.Expression }[],
): Pick<Bounds, 'narrowed' | 'filters'> {
  const names = new Set<string>();
  let open = false;
  let short = false;
  for (const { name, argument } of parts) {
    const value = bare(argument);
    const text = value.getText(analysis.source);
    if (
      /^(where|find|findBy|match|filter|and|or|andWhere|orWhere|whereRaw)$/.test(name) &&
      (ts.isIdentifier(value) || ts.isConditionalExpression(value) || /\.\.\./.test(text))
    )
      open = true;
    // What conditions are put into is read from left to right: `{}` is none at all.
    if (key.test(name) || range.test(text)) short = true;
    for (const word of text.match(/[\w$]+/g) ?? []) {
      if (key.test(word)) short = true;
      if (names.size < 8 && /^[A-Za-z_]/.test(word)) names.add(word);
    }
  }
  return { narrowed: short ? 'few' : open ? 'unknown' : names.size > 0 ? 'some' : 'no', filters: [...names] };
}

/** A statement of SQL: what its text says. */
function boundsOfText(analysis: FileAnalysis, site: CallSite, chain: QueryChain): Bounds {
  const text = sqlTextOf(analysis, site.node.arguments?.[0]);
  const read = text === undefined ? undefined : readSelect(text);
  if (!read) return { many: false, bounded: 'unknown', reason: 'its text could not be read', narrowed: 'unknown', filters: [] };
  const words = read.where.match(/\w+/g) ?? [];
  const narrowed = read.where === '' ? 'no' : words.some((word) => key.test(word)) || /[<>]/.test(read.where) ? 'few' : 'some';
  const common = {
    many: true,
    ...(read.table === undefined ? {} : { target: read.table }),
    narrowed,
    filters: [...new Set(words)].slice(0, 8),
  } as const;
  if (read.bounded) return { ...common, bounded: 'present' };
  // Prepared statements say by the way they are run how many rows they give.
  if (lastName(site.node) === 'prepare') {
    const run = chain.after.map(({ name }) => name);
    if (run.some((name) => name === 'get' || name === 'iterate' || name === 'run')) return { ...common, bounded: 'present' };
    if (!run.includes('all')) return { ...common, bounded: 'unknown', reason: 'it is run elsewhere' };
  } else if (takesFirst(chain.end) && !/mysql/.test(site.role!.library))
    return { ...common, bounded: 'unknown', reason: 'only its first row is used' };
  return { ...common, bounded: read.known ? 'absent' : 'unknown', ...(read.known ? {} : { reason: 'its text is put together' }) };
}
