import { ts } from 'ts-morph';
import { callsBelow } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** Names under which a request says whose account it speaks for. */
const account =
  /^(user|account|owner|author|member|customer|sender|employee|created_?by)_?(id|uid|uuid|email|name)?$|^(uid|sub|email|user_?name)$/i;

/** Does a value say who calls and come from the request, or from a row that is looked up by what the request says? */
export function isClaim(analysis: FileAnalysis, node: ts.Expression, depth = 3): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found || isFunctionNode(inner)) return false;
    if (ts.isIdentifier(inner) && depth > 0) {
      const declaration = analysis.resolver.declarations.find(inner);
      const behind = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
      const looked = behind && callsBelow(behind).some((call) => analysis.site(call)?.role?.data?.operation === 'read');
      if (looked && !account.test(inner.text) && !isPerson(inner.text)) return false;
      if (behind && looked) found = mentionsClaim(analysis, behind);
    }
    if (!found && isNamed(inner)) found = readsInput(analysis, inner);
    return !found;
  });
  return found;
}

function isPerson(name: string): boolean {
  return /user|account|profile|member|customer|found|existing|person|owner/i.test(name);
}

function mentionsClaim(analysis: FileAnalysis, node: ts.Node): boolean {
  let found = false;
  walk(node, (inner) => {
    if (!found && isNamed(inner)) found = readsInput(analysis, inner);
    return !found;
  });
  return found;
}

/** `req.body.userId`, or `userId` that was taken out of it. */
function isNamed(node: ts.Node): node is ts.Identifier | ts.PropertyAccessExpression {
  if (ts.isPropertyAccessExpression(node)) return account.test(node.name.text);
  return ts.isIdentifier(node) && account.test(node.text) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
}

function readsInput(analysis: FileAnalysis, node: ts.Expression): boolean {
  for (
    let current: ts.Expression | undefined = node;
    current;
    current = ts.isPropertyAccessExpression(current) ? bare(current.expression) : undefined
  ) {
    const read = analysis.tables.read(analysis.resolver.pathOf(current));
    if (read?.credential || read?.identity) return false;
    if (read?.input !== undefined) return true;
  }
  return false;
}

/**
 * Is a verification one of two ways in, of which the other believes what the request says:
 * `if (token) id = verify(token).id; else id = body.userId`, or the same in a conditional expression?
 */
export function isPassedByClaim(analysis: FileAnalysis, node: ts.Node, refuses: (branch: ts.Statement) => boolean): boolean {
  let child: ts.Node = node;
  for (let { parent } = node; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (
      ts.isConditionalExpression(parent) &&
      parent.condition !== child &&
      isClaim(analysis, parent.whenTrue === child ? parent.whenFalse : parent.whenTrue)
    )
      return true;
    if (!ts.isIfStatement(parent) || parent.expression === child || !parent.elseStatement) continue;
    const other = parent.thenStatement === child ? parent.elseStatement : parent.thenStatement;
    const own = new Set(assignmentsIn(child).map(({ left }) => left.getText(analysis.source)));
    if (
      assignmentsIn(other).some(({ left, right }) => own.has(left.getText(analysis.source)) && isClaim(analysis, right)) &&
      !refuses(other)
    )
      return true;
  }
  return false;
}

function assignmentsIn(node: ts.Node): { left: ts.Expression; right: ts.Expression }[] {
  const found: { left: ts.Expression; right: ts.Expression }[] = [];
  walk(node, (inner) => {
    if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.EqualsToken) found.push(inner);
    return !isFunctionNode(inner);
  });
  return found;
}

/** The part of a value that stands in for what a verification gave: `user?.id ?? body.userId`. */
export function claimedInstead(analysis: FileAnalysis, value: ts.Expression): boolean {
  const inner = bare(value);
  if (ts.isBinaryExpression(inner))
    return (
      /^(\?\?|\|\|)$/.test(ts.tokenToString(inner.operatorToken.kind) ?? '') &&
      (isClaim(analysis, inner.right) || claimedInstead(analysis, inner.left))
    );
  return ts.isConditionalExpression(inner) && (isClaim(analysis, inner.whenFalse) || claimedInstead(analysis, inner.whenFalse));
}
