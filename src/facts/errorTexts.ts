import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { givenParameter } from './answeredParameters';
import { isEnvironmentTest, ownErrors } from './caughtValues';

/** The parameter of which a function gives the text of an error, whatever the error is: `getErrorMessage(error)`. */
export function errorTextParameter(analysis: FileAnalysis, fn: FunctionInfo): number | undefined {
  const { body, parameters } = fn.node;
  if (parameters.length === 0 || !body) return undefined;
  const returned = ts.isBlock(body)
    ? fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []))
    : [body];
  for (const value of returned) {
    const param = textOf(analysis, value, fn);
    if (param !== undefined && isForAnyError(analysis, value, fn, param))
      return isEnvironmentTest(body.getText(analysis.source)) ? undefined : param;
  }
  return undefined;
}

function textOf(analysis: FileAnalysis, expression: ts.Expression, fn: FunctionInfo): number | undefined {
  const again = (inner: ts.Expression): number | undefined => textOf(analysis, inner, fn);
  const value = bare(expression);
  if (ts.isConditionalExpression(value)) {
    const param = again(value.whenTrue) ?? again(value.whenFalse);
    return param !== undefined && asksKind(analysis, value.condition, fn, param) ? param : undefined;
  }
  if (ts.isBinaryExpression(value))
    return /^(\|\||\?\?|\+)$/.test(ts.tokenToString(value.operatorToken.kind) ?? '')
      ? (again(value.left) ?? again(value.right))
      : undefined;
  if (ts.isPropertyAccessExpression(value))
    return value.name.text === 'message' ? givenParameter(analysis, value.expression, fn) : undefined;
  if (ts.isTemplateExpression(value))
    return value.templateSpans
      .map(({ expression: part }) => again(part) ?? givenParameter(analysis, part, fn))
      .find((param) => param !== undefined);
  if (!ts.isCallExpression(value)) return undefined;
  return analysis.resolver.pathOf(value.expression) === 'global#String' ? givenParameter(analysis, value.arguments[0], fn) : undefined;
}

/** Is a value given for errors that nobody thought of, and not for some that were singled out? */
function isForAnyError(analysis: FileAnalysis, value: ts.Expression, fn: FunctionInfo, param: number): boolean {
  for (let child: ts.Node = value, { parent } = child; parent && !isFunctionNode(child); child = parent, { parent } = parent) {
    if (ts.isCaseOrDefaultClause(parent)) return false;
    if (!ts.isIfStatement(parent) || child === parent.expression) continue;
    if (!asksKind(analysis, parent.expression, fn, param)) return false;
  }
  return true;
}

/** Does a condition ask no more than whether there is a text: `error instanceof Error`, `typeof error === 'string'`, `error?.message`? */
function asksKind(analysis: FileAnalysis, condition: ts.Expression, fn: FunctionInfo, param: number): boolean {
  const again = (inner: ts.Expression): boolean => asksKind(analysis, inner, fn, param);
  const isGiven = (node: ts.Expression): boolean => {
    const value = bare(node);
    if (ts.isTypeOfExpression(value)) return isGiven(value.expression);
    if (ts.isPropertyAccessExpression(value)) return value.name.text === 'message' && isGiven(value.expression);
    return givenParameter(analysis, value, fn) === param;
  };
  const value = bare(condition);
  if (ts.isPrefixUnaryExpression(value)) return again(value.operand);
  if (!ts.isBinaryExpression(value)) return isGiven(value);
  const operator = ts.tokenToString(value.operatorToken.kind) ?? '';
  if (/^(&&|\|\|)$/.test(operator)) return again(value.left) && again(value.right);
  if (operator === 'instanceof') return isGiven(value.left) && ownErrors.test(bare(value.right).getText(analysis.source));
  if (operator === 'in') return isGiven(value.right);
  return /^[!=]==?$/.test(operator) && isGiven(value.left) && (ts.isStringLiteral(bare(value.right)) || isNothing(value.right));
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}
