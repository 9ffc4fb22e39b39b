import { ts } from 'ts-morph';
import { dispositionOf, following, leaves, mentions } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** One way among others to the same result: what it finds is given back, else the next way is taken, or the next element of a list is tried. */
export function isOneOfSeveral(node: ts.TryStatement): boolean {
  let gives = false;
  walk(node.tryBlock, (inner) => {
    if (ts.isReturnStatement(inner) && inner.expression) gives = true;
    return !gives && !isFunctionNode(inner);
  });
  if (!gives || !ts.isBlock(node.parent)) return false;
  const { statements } = node.parent;
  const rest = statements.slice(statements.indexOf(node) + 1);
  if (rest.length === 0) return ts.isForOfStatement(node.parent.parent);
  return rest.some(awaits);
}

/** The same where nothing takes the place of what failed: `const found = await ask().catch(() => null); if (found) return found;`, with other ways behind it. */
export function isOneOfSeveralAsks(analysis: FileAnalysis, node: ts.CallExpression): boolean {
  const disposition = dispositionOf(node);
  if (disposition.kind !== 'bound' || !ts.isIdentifier(disposition.name)) return false;
  const names = new Set([disposition.name.text]);
  const statement = disposition.declaration.parent.parent;
  const test = ts.isVariableStatement(statement) ? following(statement)[0] : undefined;
  if (!test || !ts.isIfStatement(test) || !leaves(test.thenStatement) || bare(test.expression).getText() !== disposition.name.text)
    return false;
  if (!mentions(test.thenStatement, names)) return false;
  const rest = following(test);
  // What makes a record where none was found makes a second one when nobody could look.
  const makes = analysis.sites.some(
    ({ node: call, role }) =>
      (role?.data?.operation === 'write' || role?.sink === 'write') && rest.some(({ pos, end }) => pos <= call.pos && call.end <= end),
  );
  return !makes && rest.some(awaits);
}

function awaits(statement: ts.Statement): boolean {
  let asks = false;
  walk(statement, (inner) => {
    if (ts.isAwaitExpression(inner)) asks = true;
    return !asks && !isFunctionNode(inner);
  });
  return asks;
}
