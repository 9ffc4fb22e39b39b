import { ts } from 'ts-morph';
import { following, isEmptyValue } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { isRecord } from './foundRecords';

/** What a helper says yes by. */
const verdict = /^(?:is_?)?(?:valid|ok|success|allowed|authori[sz]ed|authenticated|granted|permitted|access)$/i;

/**
 * Does a helper ask for proof only as long as a record says so, and say yes behind that to everybody else:
 * `if (!order.customer) { if (!isToken(token)) return { ok: false }; } return { ok: true };`?
 */
export function approvesUnasked(analysis: FileAnalysis, at: ts.Node): boolean {
  let outer: ts.IfStatement | undefined;
  let child: ts.Node = at;
  for (let parent = at.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && parent.thenStatement === child && !parent.elseStatement) outer = parent;
  }
  if (!outer || outer === at || !asksRecord(analysis, outer.expression)) return false;
  for (const statement of following(outer)) {
    if (ts.isReturnStatement(statement)) return statement.expression !== undefined && saysYes(statement.expression);
    if (!ts.isVariableStatement(statement) && !ts.isExpressionStatement(statement)) return false;
  }
  return false;
}

/** `order.customer`, `!order.customer`, `order.customer === null`, of what a query found. */
function asksRecord(analysis: FileAnalysis, condition: ts.Expression): boolean {
  let value = bare(condition);
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) value = bare(value.operand);
  else if (ts.isBinaryExpression(value) && isEmptyValue(value.right)) value = bare(value.left);
  const record = ts.isPropertyAccessExpression(value) ? bare(value.expression) : undefined;
  return record !== undefined && ts.isIdentifier(record) && isRecord(analysis, record);
}

/** `true`, `{ valid: true, order }` */
function saysYes(value: ts.Expression): boolean {
  const inner = bare(value);
  if (inner.kind === ts.SyntaxKind.TrueKeyword) return true;
  return (
    ts.isObjectLiteralExpression(inner) &&
    inner.properties.some(
      (property) =>
        ts.isPropertyAssignment(property) &&
        ts.isIdentifier(property.name) &&
        verdict.test(property.name.text) &&
        bare(property.initializer).kind === ts.SyntaxKind.TrueKeyword,
    )
  );
}
