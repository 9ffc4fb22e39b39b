import { ts } from 'ts-morph';
import { following, leaves } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { refusalIn, statusOf } from './refusals';

const proofName = /token|header|auth|cookie|session|jwt|bearer|credential|signature|sig$/i;

/**
 * Is a check made only for those who bring something, with what follows run for everybody: `if (token) req.user = verify(token); next()`?
 * Where something behind it may refuse the others, nobody can tell.
 */
export function isForSome(analysis: FileAnalysis, node: ts.Node, fn: FunctionInfo): boolean {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || (parent.thenStatement !== child && parent.elseStatement !== child) || leaves(child as ts.Statement))
      continue;
    const isThen = parent.thenStatement === child;
    const other = isThen ? parent.elseStatement : parent.thenStatement;
    if (other && (leaves(other) || refusalIn(analysis, other, fn) !== undefined)) continue;
    const condition = bare(parent.expression);
    const isNot = ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken;
    if (isNot === isThen) continue;
    const asked = isNot ? bare(condition.operand) : condition;
    if (asksWhether(analysis, asked) && analysis.functionAround(parent) === fn && !refusesOthers(analysis, following(parent), fn))
      return true;
  }
  return false;
}

/** Is it asked whether a credential was sent, or one of some kind: `token`, `req.headers.authorization?.startsWith('Bearer ')`? */
function asksWhether(analysis: FileAnalysis, asked: ts.Expression): boolean {
  if (ts.isIdentifier(asked) || ts.isPropertyAccessExpression(asked)) return proofName.test(asked.getText(analysis.source));
  const callee = ts.isCallExpression(asked) ? bare(asked.expression) : undefined;
  const [kind] = ts.isCallExpression(asked) ? asked.arguments : [];
  return (
    callee !== undefined &&
    ts.isPropertyAccessExpression(callee) &&
    /^(?:startsWith|includes)$/.test(callee.name.text) &&
    kind !== undefined &&
    ts.isStringLiteralLike(bare(kind)) &&
    asksWhether(analysis, bare(callee.expression))
  );
}

/** May one of the statements behind a test refuse those who got past it? An answer for all says no to nobody. */
export function refusesOthers(analysis: FileAnalysis, statements: readonly ts.Statement[], fn: FunctionInfo): boolean {
  return statements.some(
    (statement) => !answersAll(analysis, statement) && refusalIn(analysis, statement, fn, new Set(), true) !== undefined,
  );
}

/** Does a statement answer whoever gets to it, with nothing that says no: `res.json(order);`? */
function answersAll(analysis: FileAnalysis, statement: ts.Statement): boolean {
  const value = ts.isExpressionStatement(statement) || ts.isReturnStatement(statement) ? statement.expression : undefined;
  const call = value && bare(value);
  return (
    call !== undefined &&
    (ts.isCallExpression(call) || ts.isNewExpression(call)) &&
    analysis.site(call)?.role?.reply !== undefined &&
    !analysis.site(call)?.role?.reply?.throws &&
    analysis.site(call)?.role?.reply?.format !== 'redirect' &&
    statusOf(call) === undefined
  );
}
