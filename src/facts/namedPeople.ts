import { ts } from 'ts-morph';
import { actingColumn } from '../model/ownerNames';
import { walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { deciderOf } from './deciders';

/** Ways by which accounts of other services are connected, as addresses and texts speak of them. */
const connecting = /oauth|\bsso\b|saml/i;

/** The name by which an endpoint is told in the request whose account it works for: `body.userId`. Asked only where accounts are connected. */
export function personNamed(analysis: FileAnalysis, fn: FunctionInfo): string | undefined {
  const { body } = fn.node;
  if (!body || (!connecting.test(analysis.file) && !analysis.mayHold(connecting))) return undefined;
  let found: string | undefined;
  walk(body, (node) => {
    if (
      found === undefined &&
      isRead(node) &&
      actingColumn.test(ts.isIdentifier(node) ? node.text : node.name.text) &&
      deciderOf(analysis, node).by === 'sent'
    )
      found = analysis.label(node, 40);
    return found === undefined;
  });
  return found;
}

/** A value, and not the name of a member that something is given. */
function isRead(node: ts.Node): node is ts.Identifier | ts.PropertyAccessExpression {
  if (ts.isPropertyAccessExpression(node)) return true;
  const { parent } = node;
  if (!ts.isIdentifier(node) || ts.isBindingElement(parent) || ts.isParameter(parent)) return false;
  return !((ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node);
}
