import { ts } from 'ts-morph';
import { isEmptyValue } from '../syntax/flow';
import { bare, constantString } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** What takes a text apart and finds a part of it again. */
const takesApart = /^(?:split|map|find|filter|slice|substring|substr|trim|replace|match|at|pop|shift|decodeURIComponent|unescape)$/;

/**
 * The header with the cookies, where a value is a part that was cut out of it by hand:
 * `request.headers.get('cookie')?.split(';').find((part) => part.startsWith(`${name}=`))?.split('=')[1]`.
 */
export function cookieHeaderIn(analysis: FileAnalysis, value: ts.Expression, depth = 12): string | undefined {
  const inner = bare(value);
  if (depth === 0 || isFunctionNode(inner)) return undefined;
  const within = (next: ts.Expression | undefined): string | undefined => next && cookieHeaderIn(analysis, next, depth - 1);
  if (ts.isIdentifier(inner)) {
    const declaration = analysis.resolver.declarations.find(inner);
    return declaration?.kind === 'variable' ? within(declaration.node.initializer) : undefined;
  }
  const path = analysis.resolver.pathOf(inner);
  if (path !== undefined && analysis.tables.read(path)?.credential) return isCookieHeader(inner) ? path : undefined;
  if (ts.isConditionalExpression(inner)) return within(isEmptyValue(inner.whenTrue) ? inner.whenFalse : inner.whenTrue);
  if (ts.isBinaryExpression(inner))
    return /^(?:\?\?|\|\|)$/.test(ts.tokenToString(inner.operatorToken.kind) ?? '')
      ? within(inner.left)
      : inner.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
        ? within(inner.right)
        : undefined;
  if (ts.isElementAccessExpression(inner)) return within(inner.expression);
  if (!ts.isCallExpression(inner)) return undefined;
  const callee = bare(inner.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (!takesApart.test(name)) return undefined;
  return within(ts.isPropertyAccessExpression(callee) ? callee.expression : inner.arguments[0]);
}

/** `headers.get('cookie')`, `headers.cookie`, `headers['cookie']` */
function isCookieHeader(node: ts.Expression): boolean {
  const name = ts.isCallExpression(node)
    ? constantString(node.arguments[0])
    : ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isElementAccessExpression(node)
        ? constantString(node.argumentExpression)
        : undefined;
  return name !== undefined && /^cookie$/i.test(name);
}
