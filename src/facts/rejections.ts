import { ts } from 'ts-morph';
import { enclosingTry } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { inputOf } from './requestParts';

/** Names of functions that wait and nothing else, where nobody can look into them. */
const waiting = /^(sleep|delay|wait|pause|setTimeout|setImmediate|nextTick)$/;

export function isAsync(fn: FunctionInfo): boolean {
  return (
    ts.canHaveModifiers(fn.node) && (ts.getModifiers(fn.node)?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}

/**
 * Places from which a failure leaves the promise of a function unhandled, in document order: awaits and returned promises
 * that may reject, and throws, outside of any `try` that catches. What an error path itself does is left out, except
 * that it throws on. A function that is not async only counts with the promises that it certainly returns.
 */
export function escapesOf(analysis: FileAnalysis, fn: FunctionInfo): ts.Node[] {
  const found: ts.Node[] = [];
  if (isAsync(fn)) {
    for (const wait of fn.awaits) if (!enclosingTry(wait) && !isAftermath(wait) && mayReject(analysis, wait.expression)) found.push(wait);
    for (const call of fn.calls) if (isRefusingRead(analysis, call) && !enclosingTry(call) && !isAftermath(call)) found.push(call);
    for (const exit of fn.exits) {
      if (ts.isThrowStatement(exit)) {
        if (!enclosingTry(exit)) found.push(exit);
      } else if (exit.expression && isRejectingPromise(analysis, exit.expression)) found.push(exit.expression);
    }
  } else
    for (const exit of fn.exits)
      if (ts.isReturnStatement(exit) && exit.expression && isRejectingPromise(analysis, exit.expression)) found.push(exit.expression);
  const { body } = fn.node;
  if (body && !ts.isBlock(body) && isRejectingPromise(analysis, body)) found.push(body);
  return found.sort((a, b) => a.pos - b.pos);
}

/** Reads a text at once and throws where that is none of its kind: `JSON.parse(req.body.filter)`. */
const refusing = /^(?:parse|decodeURI(?:Component)?|atob)$/;
const reads = new Set(['JSON.parse', 'decodeURIComponent', 'decodeURI', 'atob'].map((name) => `global#${name}`));

/** Does a call throw for some of what callers may send? */
function isRefusingRead(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression): boolean {
  const callee = bare(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  const [given] = call.arguments ?? [];
  if (!given || !refusing.test(name)) return false;
  if (!reads.has(analysis.resolver.pathOf(callee) ?? '')) return false;
  // `String(req.query.filter)` is what it was.
  const inner = bare(given);
  const value = ts.isCallExpression(inner) && analysis.site(inner)?.role?.passes === true ? (inner.arguments[0] ?? inner) : inner;
  const input = inputOf(analysis, analysis.resolver.pathOf(value));
  return input !== undefined && input !== 'identity';
}

/** May awaiting what a call of the function gives fail? Only a certain "no" is a no. */
export function canReject(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  if (escapesOf(analysis, fn).length > 0) return true;
  if (isAsync(fn)) return false;
  if (fn.exits.some((exit) => ts.isThrowStatement(exit) && !enclosingTry(exit))) return true;
  const { body } = fn.node;
  const values =
    body && !ts.isBlock(body)
      ? [body]
      : fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []));
  return values.some((value) => mayReject(analysis, value));
}

/**
 * Is a function written as the argument of a wrapper that catches, `expressWrap(async (req, res) => …)`, itself or with the
 * functions around it up to `top`? Undefined when nobody can tell.
 */
export function givenToCatcher(analysis: FileAnalysis, part: FunctionInfo, top: FunctionInfo | undefined): boolean | undefined {
  let unsure = false;
  for (let inner: FunctionInfo | undefined = part; inner && inner !== top; inner = inner.parent) {
    const call = inner.node.parent;
    if (!ts.isCallExpression(call)) continue;
    if (analysis.site(call)?.role?.catchesAsync) return true;
    const outer = analysis.resolver.functionOf(call.expression);
    const catches = outer && analysis.summaryOf(outer.ref)?.wraps?.catches;
    if (catches) return true;
    if (outer ? catches === undefined : ts.isIdentifier(bare(call.expression))) unsure = true;
  }
  return unsure ? undefined : false;
}

/** In a catch clause or a finally block of its function. */
function isAftermath(node: ts.Node): boolean {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(parent); child = parent, parent = parent.parent) {
    if (ts.isCatchClause(parent) || (ts.isTryStatement(parent) && parent.finallyBlock === child)) return true;
  }
  return false;
}

/** May the promise that an awaited expression gives reject? What nobody knows, may. */
export function mayReject(analysis: FileAnalysis, expression: ts.Expression, depth = 4): boolean {
  const value = bare(expression);
  if (depth === 0) return true;
  if (ts.isConditionalExpression(value))
    return mayReject(analysis, value.whenTrue, depth - 1) || mayReject(analysis, value.whenFalse, depth - 1);
  if (ts.isIdentifier(value)) {
    const behind = analysis.resolver.deref(value);
    return behind === value ? analysis.resolver.declarations.find(value)?.kind !== 'parameter' : mayReject(analysis, behind, depth - 1);
  }
  if (!ts.isCallExpression(value) && !ts.isNewExpression(value)) return false;
  const settled = handledOnTheSpot(analysis, value, depth);
  if (settled !== undefined) return settled;
  const result = analysis.tables.result(analysis.resolver.pathOf(value));
  if (result?.awaited) return false;
  const found = analysis.resolver.functionOf(value.expression);
  if (found) return analysis.summaryOf(found.ref)?.rejects ?? false;
  const callee = bare(value.expression);
  const name = ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
  if (waiting.test(name) || callee.kind === ts.SyntaxKind.ImportKeyword) return false;
  const role = analysis.site(value)?.role;
  return !(role?.log || role?.reply);
}

/** Calls whose promise says by itself whether it can reject: chains with handlers, combinators, executors. */
function handledOnTheSpot(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression, depth: number): boolean | undefined {
  const callee = bare(call.expression);
  const path = analysis.resolver.pathOf(callee);
  const args = call.arguments ?? [];
  if (path === 'global#Promise.allSettled' || path === 'global#Promise.resolve') return false;
  if (path === 'global#Promise') {
    const executor = args[0] && analysis.outline.byNode.get(bare(args[0]));
    return executor ? executor.node.parameters.length > 1 || executor.exits.some(ts.isThrowStatement) : undefined;
  }
  if (path === 'global#Promise.all' || path === 'global#Promise.race' || path === 'global#Promise.any') {
    const list = args[0] && bare(args[0]);
    if (list && ts.isArrayLiteralExpression(list)) return list.elements.some((element) => mayReject(analysis, element, depth - 1));
    const mapped =
      list && ts.isCallExpression(list) && ts.isPropertyAccessExpression(list.expression) && list.expression.name.text === 'map'
        ? list.arguments[0]
        : undefined;
    const each = mapped && analysis.resolver.functionOf(mapped);
    return each ? (analysis.summaryOf(each.ref)?.rejects ?? false) : undefined;
  }
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  if (callee.name.text === 'finally') return mayReject(analysis, callee.expression, depth - 1);
  const handler = callee.name.text === 'catch' ? args[0] : callee.name.text === 'then' ? args[1] : undefined;
  if (!handler)
    return callee.name.text === 'then'
      ? mayReject(analysis, callee.expression, depth - 1) || (args[0] !== undefined && escapesFrom(analysis, args[0]))
      : undefined;
  return escapesFrom(analysis, handler);
}

/** Does a function given as an expression throw or reject, as far as it can be seen? */
function escapesFrom(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const found = analysis.resolver.functionOf(expression)?.local;
  return (
    found !== undefined &&
    (escapesOf(analysis, found).length > 0 || found.exits.some((exit) => ts.isThrowStatement(exit) && !enclosingTry(exit)))
  );
}

/** A returned value that certainly is a promise and may reject. */
function isRejectingPromise(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const value = bare(expression);
  if (value !== expression && ts.isAwaitExpression(expression)) return false;
  if (!ts.isCallExpression(value)) return false;
  const callee = bare(value.expression);
  const then = ts.isPropertyAccessExpression(callee) && callee.name.text === 'then';
  if (then) return value.arguments.length < 2 && mayReject(analysis, value);
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'catch') return false;
  const found = analysis.resolver.functionOf(value.expression);
  if (found) {
    const summary = analysis.summaryOf(found.ref);
    return summary?.isAsync === true && summary.rejects === true;
  }
  const role = analysis.site(value)?.role;
  return role?.data !== undefined && analysis.tables.result(analysis.resolver.pathOf(value)) === undefined;
}
