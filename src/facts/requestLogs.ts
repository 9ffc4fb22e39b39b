import { ts } from 'ts-morph';
import { leaves } from '../syntax/flow';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { callsLogger } from './catchBody';

/**
 * What writes down each request that gets past a function in front of a handler: the call, as it is written. Lines about those only whom it
 * refuses, or whose request fails, say nothing of the others.
 */
export function tracedBy(analysis: FileAnalysis, sites: readonly CallSite[]): string | undefined {
  const site = sites.find((each) => leavesTrace(analysis, each) && isForAll(each.node));
  return site && analysis.label(site.node.expression, 40);
}

function leavesTrace(analysis: FileAnalysis, { role, node }: CallSite): boolean {
  if (role?.log || callsLogger(analysis, node)) return true;
  const called = analysis.resolver.functionOf(node.expression)?.ref;
  return called !== undefined && analysis.summaryOf(called)?.traces !== undefined;
}

/** Does a place in a function have nothing to do with a failure or a refusal? */
function isForAll(node: ts.Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (ts.isCatchClause(parent) || (ts.isIfStatement(parent) && parent.expression !== child && leaves(child as ts.Statement)))
      return false;
    // `result.catch((error) => console.error(error))`
    if (isFunctionNode(child) && isFailureHandler(child)) return false;
    if (isFunctionNode(parent) && !ts.isCallExpression(parent.parent)) return true;
  }
  return true;
}

function isFailureHandler(fn: ts.Node): boolean {
  const call = fn.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const { text } = call.expression.name;
  const event = call.arguments[0];
  return (
    text === 'catch' ||
    (text === 'then' && call.arguments.indexOf(fn as ts.Expression) === 1) ||
    (/^(?:on|once)$/.test(text) && event !== undefined && ts.isStringLiteralLike(event) && event.text === 'error')
  );
}
