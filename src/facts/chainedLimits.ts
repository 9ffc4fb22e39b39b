import { ts } from 'ts-morph';
import type { Verdict } from '../model/facts';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { lastName } from './guardConditions';
import { chainOf, type ChainedCall } from './queryChain';

/**
 * A limit that a call gets by what is chained to it, at once or by the name that it is kept under; unknown where it is handed to
 * somebody who may add one. Undefined where nothing is chained that limits it and nobody else gets to it.
 */
export function chainedLimit(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  names: readonly string[],
  plugins: readonly string[],
): Verdict | undefined {
  const { after, end, settled } = chainOf(node);
  const isLimit = (call: ChainedCall) => names.some((name) => limits(call, name));
  const mayLimit = (call: ChainedCall) => plugins.includes(call.name);
  if (after.some(isLimit)) return { presence: 'present' };
  if (after.some(mayLimit)) return { presence: 'unknown', reason: 'what it is handed to on the way may limit it' };
  if (settled) return undefined;
  const value = unawaited(end);
  const { parent } = value;
  if (ts.isAwaitExpression(parent)) return undefined;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return keptUnder(analysis, parent.name, isLimit, mayLimit);
  return isHandedOver(analysis, value) ? { presence: 'unknown', reason: 'whoever is given it may limit it' } : undefined;
}

/** `timeout` is a call of that name, `pipe(timeout)` one with such a call among its arguments. */
function limits(call: ChainedCall, name: string): boolean {
  const [, outer, inner] = /^(\w+)\((\w+)\)$/.exec(name) ?? [];
  if (outer === undefined) return call.name === name;
  return (
    call.name === outer &&
    (call.node.arguments ?? []).some((argument) => {
      const value = bare(argument);
      return ts.isCallExpression(value) && lastName(bare(value.expression)) === inner;
    })
  );
}

/** A call that is finished under a name: `const request = superagent.get(url); request.timeout(5000);` */
function keptUnder(
  analysis: FileAnalysis,
  name: ts.Identifier,
  isLimit: (call: ChainedCall) => boolean,
  mayLimit: (call: ChainedCall) => boolean,
): Verdict | undefined {
  const scope = analysis.functionAround(name)?.node.body ?? analysis.source;
  let verdict: Verdict | undefined;
  walk(scope, (node) => {
    if (!ts.isIdentifier(node) || node.text !== name.text || node === name || verdict?.presence === 'present') return true;
    const access = node.parent;
    if (ts.isPropertyAccessExpression(access) && access.expression === node) {
      const first = ts.isCallExpression(access.parent) && access.parent.expression === access ? access.parent : undefined;
      const calls = first ? [{ name: access.name.text, node: first }, ...chainOf(first).after] : [];
      if (calls.some(isLimit)) verdict = { presence: 'present' };
      else if (calls.some(mayLimit)) verdict = { presence: 'unknown', reason: 'what it is handed to on the way may limit it' };
    } else if (!ts.isAwaitExpression(unawaited(node).parent))
      verdict ??= { presence: 'unknown', reason: 'whoever is given it may limit it' };
    return true;
  });
  return verdict;
}

/** Does the call itself, and not its result, leave the function, or go to a function of the project? */
function isHandedOver(analysis: FileAnalysis, value: ts.Expression): boolean {
  const { parent } = value;
  if (ts.isCallExpression(parent) && parent.expression !== value) return analysis.resolver.functionOf(parent.expression) !== undefined;
  if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === value)) return !isAwaitedByFunction(value);
  return ts.isPropertyAssignment(parent) || ts.isBinaryExpression(parent);
}

/** What an async function gives back is waited for. */
function isAwaitedByFunction(node: ts.Node): boolean {
  let around = node.parent;
  while (around && !isFunctionNode(around)) around = around.parent;
  return (
    around !== undefined &&
    ts.canHaveModifiers(around) &&
    (ts.getModifiers(around) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)
  );
}

/** The widest expression that is the same value, without waiting for it. */
function unawaited(node: ts.Expression): ts.Expression {
  let current = node;
  while (
    ts.isParenthesizedExpression(current.parent) ||
    ts.isAsExpression(current.parent) ||
    ts.isNonNullExpression(current.parent) ||
    ts.isSatisfiesExpression(current.parent)
  )
    current = current.parent;
  return current;
}
