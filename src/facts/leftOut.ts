import { ts } from 'ts-morph';
import { boundNames, leaves } from '../syntax/flow';
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

/** `if (!header) return true;`, with what is written to a log in front of it. Where a setting is missing, another rule asks what production does. */
function agreesWithout(statement: ts.Statement): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const then = ts.isBlock(statement.thenStatement) ? [...statement.thenStatement.statements] : [statement.thenStatement];
  const last = then.pop();
  return (
    last !== undefined &&
    agrees(last) &&
    !then.some((each) => ts.isIfStatement(each) && leaves(each.thenStatement)) &&
    alternatives(statement.expression).some((part) => {
      const value = bare(part);
      return ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken && isSent(bare(value.operand));
    })
  );
}

/** Is it what a request brings to prove itself: a parameter, or one of the headers? */
function isSent(value: ts.Expression): boolean {
  if (!/signature|sig$|token|header|authorization/i.test(value.getText())) return false;
  if (!ts.isIdentifier(value)) return /\bheaders?\b/.test(value.getText());
  for (let current: ts.Node = value; current.parent; current = current.parent)
    if (isFunctionNode(current)) return current.parameters.some(({ name }) => boundNames(name).includes(value.text));
  return false;
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
