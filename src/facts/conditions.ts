import { ts } from 'ts-morph';
import { isEmptyValue } from '../syntax/flow';
import { bare } from '../syntax/nodes';

/** The parts of a condition of which one is enough. */
export function alternatives(condition: ts.Expression): ts.Expression[] {
  const value = bare(condition);
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.BarBarToken
    ? [...alternatives(value.left), ...alternatives(value.right)]
    : [value];
}

/** The name of which a condition says that it, or something in it, is not there: `!roles`, `!roles?.length`, `roles.length === 0`, `roles == null`. */
export function absentName(condition: ts.Expression): string | undefined {
  const value = bare(condition);
  if (ts.isPrefixUnaryExpression(value)) return value.operator === ts.SyntaxKind.ExclamationToken ? rootName(value.operand) : undefined;
  if (!ts.isBinaryExpression(value) || !/^===?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '')) return undefined;
  const right = bare(value.right);
  const left = bare(value.left);
  const isCount = ts.isNumericLiteral(right) && right.text === '0' && ts.isPropertyAccessExpression(left) && left.name.text === 'length';
  return isEmptyValue(right) || isCount ? rootName(left) : undefined;
}

function rootName(node: ts.Expression): string | undefined {
  let root = bare(node);
  while (ts.isPropertyAccessExpression(root)) root = bare(root.expression);
  return ts.isIdentifier(root) ? root.text : undefined;
}
