import { ts } from 'ts-morph';
import type { WholeWrite } from '../model/facts';
import type { ConditionRole } from '../model/library';
import { conditionOf } from '../syntax/conditions';
import { dispositionOf, mentions } from '../syntax/flow';
import { bare, hasSpread, propertyOf } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { lastName } from './guardConditions';
import { sourcesOf } from './origins';
import { isConsumed } from './queryBounds';
import { chainOf, type ChainedCall } from './queryChain';

/** A write has no condition in the end: by what it is left out, or who refuses it. */
export type Missing = Pick<WholeWrite, 'leftOut' | 'refused'>;

/** Says whether a call that changes or takes away what fits its condition reaches all rows; undefined where it has one, or where it may have. */
export function missingCondition(analysis: FileAnalysis, site: CallSite): Missing | undefined {
  const fits = site.role?.data?.fits;
  if (!fits) return undefined;
  const chain = chainOf(site.node);
  const isOpen = dispositionOf(chain.end).kind === 'bound' && !isConsumed(chain);
  if (isOpen || !chain.after.every((call) => leavesRows(analysis, fits, call))) return undefined;
  if (fits.by !== 'chain') return ofArgument(analysis, site, fits);
  const { before } = chain;
  const start = before.at(-1);
  const begins = fits.from !== undefined ? before.some(({ name }) => name === fits.from) : isStart(analysis, start?.node ?? site.node);
  const isWhole = begins && before.every((call) => (call === start && !narrowing.test(call.name)) || leavesRows(analysis, fits, call));
  return isWhole && isConsumed(chain) ? (fits.refused !== undefined ? { refused: fits.refused } : {}) : undefined;
}

const narrowing = /^(?:where|and|or|has)/;

/** Does a chain begin with a client, `db('orders')`, `client.from('orders')`? What a builder was given before it got its name is not seen. */
function isStart(analysis: FileAnalysis, { expression }: ts.CallExpression | ts.NewExpression): boolean {
  const callee = bare(expression);
  const root = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : callee;
  return !/#(?:builder|\w*[tT]able|written)$/.test(analysis.resolver.pathOf(root) ?? '');
}

/** Does a chained call say nothing of rows, or nothing at all: `.match({})`, `.where(undefined)`? */
function leavesRows(analysis: FileAnalysis, fits: ConditionRole, { name, node }: ChainedCall): boolean {
  if (fits.neutral.includes(name)) return true;
  const [first] = node.arguments ?? [];
  return /^(?:where|match)$/.test(name) && first !== undefined && node.arguments!.length === 1 && isEmpty(analysis, first);
}

function isEmpty(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  return (ts.isObjectLiteralExpression(value) && value.properties.length === 0) || isUndefined(analysis, value);
}

function isUndefined(analysis: FileAnalysis, value: ts.Expression): boolean {
  return ts.isIdentifier(value) && value.text === 'undefined' && analysis.resolver.declarations.find(value) === undefined;
}

function ofArgument(analysis: FileAnalysis, site: CallSite, { by, explicit }: ConditionRole): Missing | undefined {
  const args = site.node.arguments ?? [];
  if (args.some(ts.isSpreadElement)) return undefined;
  const argument = args[typeof by === 'number' ? by : (by as { arg: number }).arg];
  const none: Missing | undefined = explicit ? undefined : {};
  // A function there is told when it is done.
  if (!argument || isUndefined(analysis, bare(argument)) || ts.isFunctionLike(bare(argument))) return none;
  if (typeof by === 'number') return ofCondition(analysis, site, argument);
  const options = bare(argument);
  if (!ts.isObjectLiteralExpression(options) || hasSpread(options)) return undefined;
  const where = propertyOf(options, (by as { option: string }).option);
  if (!where) return none;
  return ts.isMethodDeclaration(where) ? undefined : ofCondition(analysis, site, where);
}

function ofCondition(analysis: FileAnalysis, site: CallSite, argument: ts.Expression): Missing | undefined {
  if (isEmpty(analysis, argument)) return {};
  const value = bare(argument);
  if (!site.role?.data?.skipsUndefined || !ts.isObjectLiteralExpression(value)) return undefined;
  const names = value.properties.map((property) => leftOutName(analysis, property));
  const [name] = names;
  if (name === undefined || names.includes(undefined) || isLookedAt(analysis, site, names as string[])) return undefined;
  return {
    leftOut: { name: names.join(', '), library: analysis.tables.library(site.role.library)?.title ?? site.role.library },
  };
}

/** The name of a condition whose value the request holds as it was sent, if at all. */
function leftOutName(analysis: FileAnalysis, property: ts.ObjectLiteralElementLike): string | undefined {
  const value = ts.isPropertyAssignment(property)
    ? bare(property.initializer)
    : ts.isShorthandPropertyAssignment(property)
      ? property.name
      : undefined;
  if (!value || !(ts.isIdentifier(value) || ts.isPropertyAccessExpression(value))) return undefined;
  const sources = sourcesOf(analysis, value, 'nosql');
  const isSent = sources.length > 0 && sources.every(({ from, input }) => from === 'request' && (input === 'body' || input === 'query'));
  return isSent ? lastName(value) : undefined;
}

/** Whoever looks at a value at all may see that it is missing. */
function isLookedAt(analysis: FileAnalysis, site: CallSite, names: readonly string[]): boolean {
  const fn = analysis.entryAround(site.node) ?? analysis.functionAround(site.node);
  const asked = new Set(names);
  return fn === undefined || analysis.parts(fn).all.some((part) => part.ifs.some((test) => mentions(conditionOf(test), asked)));
}
