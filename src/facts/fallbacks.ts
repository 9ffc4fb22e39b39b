import { ts } from 'ts-morph';
import { bare, whole } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** Is there something for everybody: `req.user || true`, `session?.user ?? { name: 'guest' }`? An empty object has nothing that could be asked for. */
export function hasFallback(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && /^(?:\?\?|\|\|)$/.test(ts.tokenToString(node.operatorToken.kind) ?? '') && isSomething(node.right);
}

function isSomething(node: ts.Expression): boolean {
  const value = bare(node);
  if (ts.isObjectLiteralExpression(value)) return value.properties.length > 0;
  if (ts.isStringLiteralLike(value)) return value.text !== '';
  return value.kind === ts.SyntaxKind.TrueKeyword || (ts.isNumericLiteral(value) && Number(value.text) !== 0);
}

/** Is a value taken together with something that stands in where it is missing, here or where its name was made? */
export function isStoodInFor(analysis: FileAnalysis, node: ts.Expression): boolean {
  const outer = whole(node);
  if (hasFallback(outer.parent) && outer.parent.left === outer) return true;
  return ts.isIdentifier(node) && hasFallback(analysis.resolver.deref(node, 1));
}
