import { ts } from 'ts-morph';
import { walk, whole } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';

/**
 * Does nobody wait for the promise that a call gives, so that everything goes on before it is known whether it fails:
 * `requireUser(req);`, `const user = getUser(req); if (!user) …`? A promise is there for strangers, too.
 */
export function isLeftAlone(call: ts.CallExpression | ts.NewExpression): boolean {
  const value = whole(call);
  if (isAwaitedAround(call)) return false;
  const { parent } = value;
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return true;
  if (ts.isVariableDeclaration(parent) && parent.initializer === value && ts.isIdentifier(parent.name)) {
    const uses = usesOf(parent.name);
    return uses.length > 0 && uses.every(isTakenForResult);
  }
  return isTakenForResult(value);
}

/** Parentheses and casts are passed over by `whole`, and so is what waits. */
function isAwaitedAround(node: ts.Node): boolean {
  for (let { parent } = node; parent; parent = parent.parent) {
    if (ts.isAwaitExpression(parent)) return true;
    if (!ts.isParenthesizedExpression(parent) && !ts.isAsExpression(parent) && !ts.isNonNullExpression(parent)) return false;
  }
  return false;
}

/** Places where a name is read, in the function that declares it. */
function usesOf(name: ts.Identifier): ts.Identifier[] {
  let scope: ts.Node = name;
  while (scope.parent && !isFunctionNode(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  const uses: ts.Identifier[] = [];
  walk(scope, (node) => {
    if (!ts.isIdentifier(node) || node.text !== name.text || node === name) return true;
    const { parent } = node;
    if (!(ts.isPropertyAccessExpression(parent) && parent.name === node) && !(ts.isPropertyAssignment(parent) && parent.name === node))
      uses.push(node);
    return true;
  });
  return uses;
}

/** Is a value looked at as if it were no promise: tested, or asked for a member? */
function isTakenForResult(node: ts.Expression): boolean {
  if (isAwaitedAround(node)) return false;
  const value = whole(node);
  const { parent } = value;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === value && !/^(?:then|catch|finally)$/.test(parent.name.text);
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isIfStatement(parent)) return parent.expression === value;
  if (ts.isConditionalExpression(parent)) return parent.condition === value;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === value &&
    /^(?:[!=]==?|&&|\|\|)$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '')
  );
}
