import { ts } from 'ts-morph';

/** What decides which of its parts run: the condition of `if` and `? :`, and the left side of `a && b()`. */
export function conditionOf(test: ts.IfStatement | ts.ConditionalExpression | ts.BinaryExpression): ts.Expression {
  if (ts.isIfStatement(test)) return test.expression;
  return ts.isConditionalExpression(test) ? test.condition : test.left;
}
