import { ts } from 'ts-morph';
import { bare, isMemberName, walk, whole } from './nodes';
import { isFunctionNode } from './outline';

const { SyntaxKind } = ts;

/** The nearest try statement whose try block holds the node, inside the same function. */
export function enclosingTry(node: ts.Node, needsCatch = true): ts.TryStatement | undefined {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(parent); child = parent, parent = parent.parent) {
    if (ts.isTryStatement(parent) && parent.tryBlock === child && (!needsCatch || parent.catchClause)) return parent;
  }
  return undefined;
}

/** The nearest loop around the node inside the same function. */
export function enclosingLoop(node: ts.Node): ts.Node | undefined {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(parent); child = parent, parent = parent.parent) {
    if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.statement === child) return parent;
    if (ts.isForStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent;
  }
  return undefined;
}

/** The catch clause around the node inside the same function. */
export function enclosingCatch(node: ts.Node): ts.CatchClause | undefined {
  for (let parent = node.parent; parent && !isFunctionNode(parent); parent = parent.parent) if (ts.isCatchClause(parent)) return parent;
  return undefined;
}

/** Is the promise that the expression gives awaited, returned, or handed on (not left to itself)? */
export function isAwaited(node: ts.Expression): boolean {
  let current: ts.Node = node;
  for (let parent = node.parent; parent; current = parent, parent = parent.parent) {
    if (ts.isAwaitExpression(parent)) return true;
    if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) continue;
    if (ts.isReturnStatement(parent)) return true;
    if (ts.isArrowFunction(parent) && parent.body === current) return true;
    return false;
  }
  return false;
}

/** What becomes of the value of an expression. */
export type Disposition =
  | { kind: 'ignored'; void: boolean }
  | { kind: 'bound'; name: ts.BindingName; declaration: ts.VariableDeclaration }
  | { kind: 'assigned'; target: ts.Expression }
  | { kind: 'returned' }
  | { kind: 'argument'; call: ts.CallExpression | ts.NewExpression; index: number }
  | { kind: 'member'; name: string; access: ts.PropertyAccessExpression }
  | { kind: 'condition' }
  | { kind: 'element' }
  | { kind: 'other' };

/** Looks at the place where a value goes, through `await`, parentheses and casts. */
export function dispositionOf(node: ts.Expression): Disposition {
  const value = whole(node);
  const parent = value.parent;
  if (!parent) return { kind: 'other' };
  if (ts.isExpressionStatement(parent)) return { kind: 'ignored', void: false };
  if (ts.isVoidExpression(parent)) return { kind: 'ignored', void: true };
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) return { kind: 'bound', name: parent.name, declaration: parent };
  if (ts.isBinaryExpression(parent)) {
    if (parent.operatorToken.kind === SyntaxKind.EqualsToken && parent.right === value) return { kind: 'assigned', target: parent.left };
    return { kind: 'condition' };
  }
  if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === value)) return { kind: 'returned' };
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== value) {
    return { kind: 'argument', call: parent, index: parent.arguments?.indexOf(value) ?? 0 };
  }
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value)
    return { kind: 'member', name: parent.name.text, access: parent };
  if (ts.isArrayLiteralExpression(parent) || ts.isPropertyAssignment(parent) || ts.isSpreadElement(parent)) return { kind: 'element' };
  if (ts.isIfStatement(parent) || ts.isPrefixUnaryExpression(parent) || ts.isConditionalExpression(parent)) return { kind: 'condition' };
  return { kind: 'other' };
}

/** Names that a binding pattern introduces. */
export function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** Does the node mention one of the names as a value (not as a member name or property key)? Nested functions count. */
export function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found) return false;
    if (ts.isIdentifier(inner) && names.has(inner.text) && !isMemberName(inner)) found = true;
    return !found;
  });
  return found;
}

/** Statements that follow a statement in its block, going outwards to the end of the function. */
export function following(statement: ts.Statement): ts.Statement[] {
  const result: ts.Statement[] = [];
  let child: ts.Node = statement;
  for (let parent = statement.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (ts.isBlock(parent) || ts.isCaseClause(parent) || ts.isDefaultClause(parent)) {
      const index = parent.statements.indexOf(child as ts.Statement);
      result.push(...parent.statements.slice(index + 1));
    }
  }
  return result;
}

/** Does control certainly leave the enclosing block at the end of this statement? */
export function leaves(statement: ts.Statement | undefined): boolean {
  if (!statement) return false;
  if (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isContinueStatement(statement) ||
    ts.isBreakStatement(statement)
  )
    return true;
  if (ts.isBlock(statement)) return statement.statements.some(leaves);
  if (ts.isIfStatement(statement)) return leaves(statement.thenStatement) && leaves(statement.elseStatement);
  if (ts.isTryStatement(statement)) {
    return (
      (statement.finallyBlock !== undefined && leaves(statement.finallyBlock)) ||
      (leaves(statement.tryBlock) && (!statement.catchClause || leaves(statement.catchClause.block)))
    );
  }
  return false;
}

/** Return and throw statements below a node, nested functions left out. */
export function exitsBelow(node: ts.Node): (ts.ReturnStatement | ts.ThrowStatement)[] {
  const exits: (ts.ReturnStatement | ts.ThrowStatement)[] = [];
  walk(node, (inner) => {
    if (inner !== node && isFunctionNode(inner)) return false;
    if (ts.isReturnStatement(inner) || ts.isThrowStatement(inner)) exits.push(inner);
    return true;
  });
  return exits;
}

/** Calls below a node, nested functions left out. */
export function callsBelow(node: ts.Node): (ts.CallExpression | ts.NewExpression)[] {
  const calls: (ts.CallExpression | ts.NewExpression)[] = [];
  walk(node, (inner) => {
    if (inner !== node && isFunctionNode(inner)) return false;
    if (ts.isCallExpression(inner) || ts.isNewExpression(inner)) calls.push(inner);
    return true;
  });
  return calls;
}

/** Is the value nothing: `null`, `undefined`, `false`, or absent? */
export function isEmptyValue(node: ts.Expression | undefined): boolean {
  if (!node) return true;
  node = bare(node);
  return (
    node.kind === SyntaxKind.NullKeyword || node.kind === SyntaxKind.FalseKeyword || (ts.isIdentifier(node) && node.text === 'undefined')
  );
}
