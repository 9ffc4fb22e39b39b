import { ts } from 'ts-morph';
import { isEmptyValue, leaves } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { alternatives } from './conditions';
import { passesOn } from './refusals';

/** Does middleware let those through who fail a test, and is that all that the test is about: `if (!token) return next()`? Not for those `exits` alone. */
export function letsThrough(analysis: FileAnalysis, test: ts.IfStatement, exits: readonly ts.IfStatement[] = []): boolean {
  const passing = ts.isBlock(test.thenStatement)
    ? test.thenStatement.statements.filter((statement) => !exits.some((exit) => exit === statement))
    : [test.thenStatement];
  return (
    leaves(test.thenStatement) &&
    passing.some((statement) => passesOn(analysis, statement)) &&
    alternatives(test.expression).some((part) => asksForProof(analysis, part))
  );
}

/**
 * Are callers without a token, wherever it is looked for, let through: `if (!token) return next()`, `if (!token) return true`? What decides by `true` and
 * `false` has other reasons to agree: only where the proof itself is missing, strangers are meant.
 */
export function letsThroughUnproved(analysis: FileAnalysis, test: ts.IfStatement): boolean {
  const then = ts.isBlock(test.thenStatement) ? test.thenStatement.statements : [test.thenStatement];
  return (
    alternatives(test.expression).some((part) => proofItself.test(part.getText(analysis.source))) &&
    leaves(test.thenStatement) &&
    then.some((statement) => agrees(statement) || (!ts.isIfStatement(statement) && passesOn(analysis, statement)))
  );
}

const proofItself = /^!\s*(?:(?:access|auth|bearer|jwt|id|raw|authorization)_?)?(?:token|jwt|header|authorization|credentials)$/i;

/** `return true` */
export function agrees(statement: ts.Statement): boolean {
  return ts.isReturnStatement(statement) && statement.expression?.kind === ts.SyntaxKind.TrueKeyword;
}

/** `!token`, `user == null`, `!header.startsWith('Bearer ')`: not a property of somebody who is known. */
function asksForProof(analysis: FileAnalysis, condition: ts.Expression): boolean {
  const isNegated = ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken;
  if (!isNegated && !(ts.isBinaryExpression(condition) && isEmptyValue(condition.right))) return false;
  let value = bare(isNegated ? condition.operand : (condition as ts.BinaryExpression).left);
  if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'startsWith')
    value = bare(value.expression.expression);
  const read = analysis.tables.read(analysis.resolver.pathOf(value));
  return ts.isIdentifier(value) || read?.credential === true || read?.identity === true;
}
