import { ts } from 'ts-morph';
import { isEmptyValue } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { lastName } from './guardConditions';

const equal = /(^|[^a-z])equals?$|Equals?$|safe_?compare|secure_?compare|constant_?time/i;

/** Indexes of the two parameters whose being the same is all that makes a function say yes: `return given === wanted`. */
export function comparedParameters(analysis: FileAnalysis, fn: FunctionInfo): [number, number] | undefined {
  const { body, parameters } = fn.node;
  if (!body || parameters.length < 2) return undefined;
  const values = ts.isBlock(body) ? fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) ? [exit.expression] : [])) : [body];
  const telling = values.filter((value) => value !== undefined && !isNo(value));
  const [only] = telling;
  return telling.length === 1 && only ? pairIn(analysis, fn, only) : undefined;
}

function isNo(value: ts.Expression): boolean {
  return isEmptyValue(value) || bare(value).kind === ts.SyntaxKind.FalseKeyword;
}

function pairIn(analysis: FileAnalysis, fn: FunctionInfo, expression: ts.Expression): [number, number] | undefined {
  const value = bare(expression);
  if (ts.isBinaryExpression(value)) {
    const operator = value.operatorToken.kind;
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken) return pairIn(analysis, fn, value.left) ?? pairIn(analysis, fn, value.right);
    return operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken
      ? pairOf(analysis, fn, value.left, value.right)
      : undefined;
  }
  const [left, right] = ts.isCallExpression(value) ? value.arguments : [];
  return left && right && ts.isCallExpression(value) && equal.test(lastName(bare(value.expression)) ?? '')
    ? pairOf(analysis, fn, left, right)
    : undefined;
}

function pairOf(analysis: FileAnalysis, fn: FunctionInfo, left: ts.Expression, right: ts.Expression): [number, number] | undefined {
  // Equal lengths prove nothing.
  if ([left, right].some((side) => /^(?:length|byteLength|size)$/.test(lastName(bare(side)) ?? ''))) return undefined;
  const [a, b] = [parametersIn(analysis, fn, left), parametersIn(analysis, fn, right)];
  if (a.size !== 1 || b.size !== 1) return undefined;
  const [first, second] = [[...a][0]!, [...b][0]!];
  return first === second ? undefined : [first, second];
}

/** Indexes of the parameters that a value is made of. */
function parametersIn(analysis: FileAnalysis, fn: FunctionInfo, value: ts.Expression, depth = 3): Set<number> {
  const found = new Set<number>();
  walk(value, (node) => {
    if (isFunctionNode(node)) return false;
    if (!ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) return true;
    const declaration = analysis.resolver.declarations.find(node);
    if (declaration?.kind === 'parameter' && declaration.fn === fn.node) found.add(declaration.index);
    else if (declaration?.kind === 'variable' && declaration.node.initializer && depth > 0)
      for (const index of parametersIn(analysis, fn, declaration.node.initializer, depth - 1)) found.add(index);
    return true;
  });
  return found;
}
