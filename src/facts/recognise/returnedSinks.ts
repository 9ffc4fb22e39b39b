import { ts } from 'ts-morph';
import { bare, propertyOf } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { sinkSources } from '../parameterFlows';
import { builtOf } from '../queryText';
import { namesOtherType } from '../sinkArguments';
import type { SinkUse } from '../sinks';
import { returnedBy, type Source } from '../traceParts';

/** A value that a handler returns, and what the framework does with it. */
interface ReturnedUse {
  use: Pick<SinkUse, 'category' | 'library' | 'argument'>;
  sources: readonly Source[];
  label: string;
}

/** Addresses in what methods return that a decorator makes into redirections, and texts that handlers return and that are sent as pages. */
export function returnedUses(analysis: FileAnalysis): ReturnedUse[] {
  return [
    ...analysis.outline.classes.flatMap((cls) => [...cls.methods.values()]).flatMap((fn) => decorated(analysis, fn)),
    ...returnedPages(analysis),
  ];
}

function decorated(analysis: FileAnalysis, fn: FunctionInfo): ReturnedUse[] {
  const decorators = ts.canHaveDecorators(fn.node) ? (ts.getDecorators(fn.node) ?? []) : [];
  // `@Header('Content-Type', 'text/plain')`
  const isOther = decorators.some(({ expression }) => /content-type/i.test(expression.getText(analysis.source)));
  return decorators.flatMap(({ expression }) => {
    const named = ts.isCallExpression(expression) ? expression.expression : expression;
    const role = analysis.tables.decorator(analysis.resolver.pathOf(named));
    const label = `@${named.getText(analysis.source)}`;
    const { redirects, page, library } = role ?? {};
    if (library === undefined) return [];
    if (redirects !== undefined) return redirectionsIn(analysis, fn, library, redirects, label);
    return page && !isOther && !analysis.inForce(page.unless) ? pagesOf(analysis, fn, library, label) : [];
  });
}

function redirectionsIn(analysis: FileAnalysis, fn: FunctionInfo, library: string, member: string, label: string): ReturnedUse[] {
  return returnedBy(fn.node, fn.exits).flatMap((value) => {
    const argument = propertyOf(analysis.resolver.deref(value), member);
    if (!argument || ts.isMethodDeclaration(argument)) return [];
    const sources = sinkSources(analysis, { argument, category: 'redirect', members: [], as: 'whole' });
    return [{ use: { category: 'redirect', library, argument }, sources, label }];
  });
}

function returnedPages(analysis: FileAnalysis): ReturnedUse[] {
  const { sendsReturned } = analysis.tables;
  return analysis.outline.functions.flatMap((fn) => {
    const first = analysis.resolver.parameters.get(fn.node)?.[0];
    const library = first === undefined ? undefined : sendsReturned.get(first);
    return library === undefined ? [] : pagesOf(analysis, fn, library, 'return');
  });
}

/** Texts that are put together, and those that an address brings: what else is returned is an object as often as not. */
function pagesOf(analysis: FileAnalysis, fn: FunctionInfo, library: string, label: string): ReturnedUse[] {
  if (namesOtherType(analysis, fn)) return [];
  return returnedBy(fn.node, fn.exits).flatMap((argument) => {
    const built = builtOf(analysis, argument);
    const isText = built === 'template' || built === 'concatenation';
    if (!isText && !isMember(argument)) return [];
    const sources = sinkSources(analysis, { argument, category: 'html', members: [], as: 'whole' });
    if (!isText && !sources.some(isPartOfAddress)) return [];
    return [{ use: { category: 'html', library, argument }, sources, label }];
  });
}

function isMember(argument: ts.Expression): boolean {
  const value = bare(argument);
  return ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value);
}

/** One parameter of a query or of a path, as it was sent. */
function isPartOfAddress({ from, whole, input }: Source): boolean {
  return from === 'request' && !whole && (input === 'query' || input === 'params');
}
