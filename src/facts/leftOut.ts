import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import { alternatives } from './conditions';
import { agrees } from './letThrough';

/**
 * Is a verification left out where something is not there: inside `if (secret) { … }` or `if (signature && secret) { … }`,
 * with what follows run all the same, or behind `if (!signature) return true`?
 */
export function isLeftOut(node: ts.Node): boolean {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (
      ts.isIfStatement(parent) &&
      parent.thenStatement === child &&
      isPresence(parent.expression) &&
      !ends(child) &&
      !(parent.elseStatement && ends(parent.elseStatement))
    )
      return true;
    if (
      ts.isBlock(parent) &&
      parent.statements.slice(0, parent.statements.indexOf(child as ts.Statement)).some((statement) => agreesWithout(statement))
    )
      return true;
  }
  return false;
}

/** `if (!header) return true;`, with what is written to a log in front of it */
function agreesWithout(statement: ts.Statement): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const { thenStatement } = statement;
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  return (
    last !== undefined &&
    agrees(last) &&
    alternatives(statement.expression).some((part) => {
      const value = bare(part);
      return ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken && isPresence(value.operand);
    })
  );
}

function ends(node: ts.Node): boolean {
  const last = ts.isBlock(node) ? node.statements[node.statements.length - 1] : node;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

/** Does a condition only ask whether something is there? */
function isPresence(condition: ts.Expression): boolean {
  const value = bare(condition);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return isPresence(value.left) && isPresence(value.right);
  return (
    (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) &&
    /secret|signature|sig$|key|token|header/i.test(value.getText())
  );
}
