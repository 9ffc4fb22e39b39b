import { ts } from 'ts-morph';
import type { GuardEvidence } from '../model/facts';
import { boundNames, leaves } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { alternatives } from './conditions';
import { hasFallback } from './fallbacks';
import { agrees } from './letThrough';
import { isIdleWithout, neededFor, settingOf, unsetSetting } from './unsetSecrets';

/** Who decides that a verification is left out: whoever sends the message, or something of the application. */
export type LeftOutBy = 'sender' | 'application';

/**
 * Is a verification left out where something is not there: inside `if (secret) { … }` or `if (signature && secret) { … }`,
 * with what follows run all the same, or behind `if (!signature) return true`? Of settings of the environment more can be told.
 */
export function leftOutBy(analysis: FileAnalysis, node: ts.Node, fn: FunctionInfo): LeftOutBy | undefined {
  let found: LeftOutBy | undefined;
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) {
      const needed = neededFor(parent, child);
      if (
        needed.length > 0 &&
        needed.every(isPresence) &&
        !(ts.isStatement(child) && ends(child)) &&
        !isIdleWithout(analysis, parent, child, fn)
      ) {
        const others = needed.filter((part) => settingOf(analysis, part) === undefined && !hasFallback(analysis.resolver.deref(part)));
        if (others.some(namesSent)) return 'sender';
        if (others.length > 0) found = 'application';
      }
    }
    if (
      ts.isBlock(parent) &&
      parent.statements.slice(0, parent.statements.indexOf(child as ts.Statement)).some((statement) => agreesWithout(statement))
    )
      return 'sender';
  }
  return found;
}

/** What a guard says of itself that verifies nothing where something is missing. */
export function leftOut(
  analysis: FileAnalysis,
  node: ts.Node,
  fn: FunctionInfo,
): Pick<GuardEvidence, 'level' | 'unset' | 'unsure'> | undefined {
  const by = leftOutBy(analysis, node, fn);
  if (by === 'sender') return { level: 'OPTIONAL' };
  const unset = unsetSetting(analysis, node, fn);
  if (unset !== undefined) return { level: 'OPTIONAL', unset };
  return by && { level: 'OPTIONAL', unsure: true };
}

/** `signature`, `req.headers['stripe-signature']`, and not `signatureSecret` */
function namesSent(part: ts.Expression): boolean {
  const text = bare(part).getText();
  return /signature|sig$|header/i.test(text) && !/secret|key/i.test(text);
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
  return (
    (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) &&
    /secret|signature|sig$|key|token|header/i.test(value.getText())
  );
}
