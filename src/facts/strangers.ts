import { ts } from 'ts-morph';
import { whole } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/**
 * Does an endpoint tell callers who are known from those who are not, and go on for both: `if (req.user) { … }`,
 * `const saved = req.user ? await listOf(req.user) : []`? Whoever asks so serves strangers on purpose. What is only read with
 * care (`req.user?.id`) says nothing.
 */
export function servesStrangers(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  const { body } = fn.node;
  return (
    body !== undefined && analysis.entries.has(fn) && whetherKnown(analysis).some((node) => body.pos <= node.pos && node.end <= body.end)
  );
}

/** Where it is looked whether there is a caller, with something for either case. */
function whetherKnown(analysis: FileAnalysis): ts.Expression[] {
  let found = looked.get(analysis);
  if (!found) {
    found = analysis.outline.members.filter(
      (node) =>
        ts.isPropertyAccessExpression(node) && isTested(node) && analysis.tables.read(analysis.resolver.pathOf(node))?.identity === true,
    );
    looked.set(analysis, found);
  }
  return found;
}

const looked = new WeakMap<FileAnalysis, ts.Expression[]>();

function isTested(node: ts.Expression): boolean {
  const value = whole(node);
  const { parent } = value;
  if (ts.isBinaryExpression(parent) && parent.left === value && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return true;
  if (ts.isConditionalExpression(parent)) return parent.condition === value;
  return ts.isIfStatement(parent) && parent.expression === value && !parent.elseStatement;
}
