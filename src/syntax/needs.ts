import { ts } from 'ts-morph';
import { leaves } from './flow';
import { bare, constantString, contains, whole } from './nodes';
import { isFunctionNode } from './outline';

/** Does the handler refuse, or fail, when there is no such value? */
export function isNeeded(node: ts.Expression): boolean {
  if (refusing(node) !== undefined) return true;
  const outer = whole(node);
  const { parent } = outer;
  const isRead =
    (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
    parent.expression === outer &&
    !parent.questionDotToken;
  return (isRead || isCounted(outer)) && isAlwaysReached(outer);
}

/** It is reckoned with, which gives no number without it. A sign alone may be there to find out. */
function isCounted(operand: ts.Expression): boolean {
  const { parent } = operand;
  if (!ts.isBinaryExpression(parent)) return false;
  const other = parent.left === operand ? parent.right : parent.left;
  const isNumber = ts.isNumericLiteral(bare(other));
  return /^(\*\*?|\/|-|%)$/.test(parent.operatorToken.getText()) || (parent.operatorToken.kind === ts.SyntaxKind.PlusToken && isNumber);
}

/** The `if` that turns a request away because of this value being missing or wrong. */
export function refusing(node: ts.Node): ts.IfStatement | undefined {
  const name = node.getText();
  let operand: ts.Node = node;
  while (operand.parent && !ts.isIfStatement(operand.parent)) {
    if (ts.isStatement(operand.parent) || isFunctionNode(operand.parent)) return undefined;
    operand = operand.parent;
  }
  const statement = operand.parent;
  if (!statement || !ts.isIfStatement(statement) || statement.expression !== operand || !leaves(statement.thenStatement)) return undefined;
  if (!/\b4\d\d\b|\bthrow\b|error|invalid|required|missing|bad|fail/i.test(statement.thenStatement.getText())) return undefined;
  const alternatives = (expression: ts.Expression): ts.Expression[] => {
    const inner = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
    return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken
      ? [...alternatives(inner.left), ...alternatives(inner.right)]
      : [inner];
  };
  const own = alternatives(statement.expression).find((part) => contains(part, node));
  if (!own) return undefined;
  if (ts.isPrefixUnaryExpression(own) && own.operator === ts.SyntaxKind.ExclamationToken)
    return /&&/.test(own.getText()) ? undefined : statement;
  if (!ts.isBinaryExpression(own)) return undefined;
  const other = contains(own.left, node) ? own.right : own.left;
  const operator = own.operatorToken.getText();
  const isNothing = /^(undefined|null|''|"")$/.test(other.getText()) && /^={2,3}$/.test(operator);
  const isOther = /^!={1,2}$/.test(operator) && (constantString(other) !== undefined || ts.isLiteralExpression(bare(other)));
  const isLength = new RegExp(`^${escaped(name)}\\.(length|trim\\(\\)(\\.length)?)$`).test(
    bare(contains(own.left, node) ? own.left : own.right).getText(),
  );
  return isNothing || isOther || isLength ? statement : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Nothing in the function decides whether the node is come to, as far as its own blocks show. */
function isAlwaysReached(node: ts.Node): boolean {
  let child = node;
  for (let outer: ts.Node | undefined = node; outer; outer = outer.parent) {
    if (isFunctionNode(outer)) return true;
    const isBranch =
      (ts.isIfStatement(outer) && outer.expression !== child && child !== outer) ||
      (ts.isConditionalExpression(outer) && outer.condition !== child && child !== outer) ||
      (ts.isBinaryExpression(outer) && outer.right === child && /^(&&|\|\||\?\?)$/.test(outer.operatorToken.getText())) ||
      ts.isCaseOrDefaultClause(outer) ||
      ts.isIterationStatement(outer, false) ||
      ts.isCatchClause(outer);
    if (isBranch) return false;
    child = outer;
  }
  return false;
}
