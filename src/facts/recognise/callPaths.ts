import { ts } from 'ts-morph';
import { bare } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

/** Text of a path, with `*` for the parts that nobody can read; undefined when it is no text at all. */
export function pathText(node: ts.Expression | undefined, analysis: FileAnalysis): string | undefined {
  if (!node) return undefined;
  const constant = analysis.textOf(node);
  if (constant !== undefined) return constant;
  const value = analysis.resolver.deref(node);
  if (ts.isTemplateExpression(value)) {
    return value.head.text + value.templateSpans.map((span) => (pathText(span.expression, analysis) ?? '*') + span.literal.text).join('');
  }
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return (pathText(value.left, analysis) ?? '*') + (pathText(value.right, analysis) ?? '*');
  if (ts.isRegularExpressionLiteral(value)) return value.text;
  return undefined;
}

/** The call that names the path of a chained registration: `.route('/x').get(…)`. */
export function pathCall(node: ts.Expression): ts.CallExpression | undefined {
  let current = bare(node);
  while (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression)) {
    if (current.expression.name.text === 'route' || current.expression.name.text === 'basePath') return current;
    current = bare(current.expression.expression);
  }
  return undefined;
}

/** What a method is called on. */
export function receiverOf(node: ts.CallExpression | ts.NewExpression): ts.Expression | undefined {
  const callee = bare(node.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}
