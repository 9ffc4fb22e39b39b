import { ts } from 'ts-morph';
import { isEmptyValue } from '../syntax/flow';
import { bare, walk, whole } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** Is there something for everybody: `req.user || true`, `session?.user ?? { name: 'guest' }`? An empty object has nothing that could be asked for. */
export function hasFallback(node: ts.Node): node is ts.BinaryExpression {
  return isFallback(node) && isSomething(node.right);
}

/** `value ?? other`, `value || other` */
export function isFallback(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && /^(?:\?\?|\|\|)$/.test(ts.tokenToString(node.operatorToken.kind) ?? '');
}

function isSomething(node: ts.Expression): boolean {
  const value = bare(node);
  if (ts.isObjectLiteralExpression(value)) return value.properties.length > 0;
  if (ts.isStringLiteralLike(value)) return value.text !== '';
  return value.kind === ts.SyntaxKind.TrueKeyword || (ts.isNumericLiteral(value) && Number(value.text) !== 0);
}

/**
 * Is it only asked whether a value is there that something stands in for where it is missing, here or where its name was made? To compare it
 * tells strangers apart all the same: `const role = user?.role ?? 'guest'; if (role !== 'admin') …`.
 */
export function isStoodInFor(analysis: FileAnalysis, node: ts.Expression): boolean {
  const { parent } = whole(node);
  if (hasFallback(parent) && bare(parent.left) === bare(node)) return isPresenceAsked(parent);
  return ts.isIdentifier(node) && hasFallback(analysis.resolver.deref(node, 1)) && isPresenceAsked(node);
}

/** Do all mentions of names in a condition, or of the call in it, only ask whether there is something? */
export function asksPresenceOf(condition: ts.Expression, names: ReadonlySet<string>, call: ts.Node): boolean {
  let isPresence = true;
  walk(condition, (node) => {
    if (!isPresence) return false;
    if (ts.isIdentifier(node) && names.has(node.text)) isPresence = isPresenceAsked(node);
    if (node === call) {
      let value = whole(node as ts.Expression);
      while (ts.isPropertyAccessExpression(value.parent) || hasFallback(value.parent)) value = whole(value.parent);
      isPresence = isPresenceAsked(value);
      return false;
    }
    return isPresence;
  });
  return isPresence;
}

function isPresenceAsked(node: ts.Expression): boolean {
  const value = whole(node);
  const { parent } = value;
  if (ts.isBinaryExpression(parent)) {
    const operator = ts.tokenToString(parent.operatorToken.kind) ?? '';
    return (
      /^(?:&&|\|\|)$/.test(operator) || (/^[!=]==?$/.test(operator) && isEmptyValue(parent.left === value ? parent.right : parent.left))
    );
  }
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  return (ts.isIfStatement(parent) && parent.expression === value) || (ts.isConditionalExpression(parent) && parent.condition === value);
}
