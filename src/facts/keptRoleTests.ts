import { ts } from 'ts-morph';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

const asked = /^(?:role|roles|user_?role|permissions?|scopes?)$/i;

/** The question about what somebody may do whose answer a name holds: `const mayTest = hasAnyPermission(user.role, ['orders:write'])`. */
export function keptRoleTest(analysis: FileAnalysis, name: ts.Identifier): ts.Expression | undefined {
  const behind = analysis.resolver.deref(name, 1);
  if (behind === name || !(ts.isCallExpression(behind) || isComparison(behind))) return undefined;
  let found = false;
  walk(behind, (node) => {
    found ||= ts.isPropertyAccessExpression(node) && asked.test(node.name.text) && !isCalled(node);
    return !found && !isFunctionNode(node);
  });
  return found ? behind : undefined;
}

/** May those pass as well whose own it is, whatever their role: `user.role === 'admin' || ticket.authorId === user.id`? */
export function letsOwnersPass(test: ts.Expression): boolean {
  const value = bare(test);
  if (!ts.isBinaryExpression(value)) return false;
  const operator = ts.tokenToString(value.operatorToken.kind) ?? '';
  if (operator === '||') return letsOwnersPass(value.left) || letsOwnersPass(value.right);
  return /^===?$/.test(operator) && ts.isPropertyAccessExpression(bare(value.right)) && ts.isPropertyAccessExpression(bare(value.left));
}

/** `user.role === 'admin'`, `user?.role === 'admin' || user?.role === 'editor'`; what is unequal says the opposite. */
function isComparison(node: ts.Expression): boolean {
  const value = bare(node);
  if (!ts.isBinaryExpression(value)) return false;
  const operator = ts.tokenToString(value.operatorToken.kind) ?? '';
  if (/^===?$/.test(operator)) return true;
  return /^(?:&&|\|\|)$/.test(operator) && isComparison(value.left) && isComparison(value.right);
}

function isCalled(node: ts.PropertyAccessExpression): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression === node;
}
