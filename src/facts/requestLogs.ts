import { ts } from 'ts-morph';
import { leaves } from '../syntax/flow';
import { contains } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { callsLogger } from './catchBody';
import { mentionsPath } from './pathTests';
import { isNeverInProduction } from './reachedCode';
import { saysNo } from './refusals';

const environment = /\bNODE_ENV\b|\benv\.\w+|\bis(?:Dev|Prod|Test)/i;

/**
 * What writes down each request that gets past a function in front of a handler: the call, as it is written. Lines about those only whom it
 * refuses, whose request fails or takes long, say nothing of the others.
 */
export function tracedBy(analysis: FileAnalysis, sites: readonly CallSite[]): string | undefined {
  const logs = sites.filter((site) => leavesTrace(analysis, site));
  const site = logs.find(({ node }) => isForAll(analysis, node, logs));
  return site && analysis.label(site.node.expression, 40);
}

function leavesTrace(analysis: FileAnalysis, { role, node }: CallSite): boolean {
  if (role?.log || callsLogger(analysis, node)) return true;
  const called = analysis.resolver.functionOf(node.expression)?.ref;
  return called !== undefined && analysis.summaryOf(called)?.traces !== undefined;
}

/** Is a place in a function come by whatever the request is, failures and refusals apart? */
function isForAll(analysis: FileAnalysis, node: ts.Node, logs: readonly CallSite[]): boolean {
  if (isNeverInProduction(analysis, node)) return false;
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (ts.isCatchClause(parent)) return false;
    if (isChoice(parent, child) && !isForMost(analysis, parent, child, logs)) return false;
    if (ts.isBlock(parent) && isLeftBefore(analysis, parent, child)) return false;
    if (!isFunctionNode(child)) continue;
    // `result.catch((error) => console.error(error))`
    if (isFailureHandler(child)) return false;
    if (!ts.isCallExpression(parent)) return true;
  }
  return true;
}

/** Does it hang on something whether a part of a statement runs? */
function isChoice(parent: ts.Node, child: ts.Node): parent is ts.IfStatement | ts.ConditionalExpression | ts.BinaryExpression {
  if (ts.isIfStatement(parent)) return parent.expression !== child;
  if (ts.isConditionalExpression(parent)) return parent.condition !== child;
  return (
    ts.isBinaryExpression(parent) && parent.right === child && /^(?:&&|\|\||\?\?)$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '')
  );
}

/** Is something else written down otherwise, or is it about addresses or settings that a line is left out? */
function isForMost(
  analysis: FileAnalysis,
  choice: ts.IfStatement | ts.ConditionalExpression | ts.BinaryExpression,
  child: ts.Node,
  logs: readonly CallSite[],
): boolean {
  const condition = ts.isIfStatement(choice) ? choice.expression : ts.isConditionalExpression(choice) ? choice.condition : choice.left;
  if (ts.isIfStatement(choice) && leaves(child as ts.Statement)) return false;
  if (mentionsPath(analysis, condition, 3) || environment.test(condition.getText(analysis.source))) return true;
  return logs.some((other) => contains(choice, other.node) && !contains(child, other.node) && !contains(condition, other.node));
}

/** Are some requests let through before a statement of a block, and not for their address? */
function isLeftBefore(analysis: FileAnalysis, block: ts.Block, statement: ts.Node): boolean {
  const fn = analysis.functionAround(statement);
  return block.statements.some(
    (earlier) =>
      earlier.end <= statement.pos &&
      ts.isIfStatement(earlier) &&
      leaves(earlier.thenStatement) &&
      !mentionsPath(analysis, earlier.expression, 3) &&
      fn !== undefined &&
      !saysNo(analysis, earlier.thenStatement, fn),
  );
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
