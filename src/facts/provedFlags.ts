import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/**
 * `let allowed = false; if (safeEquals(key, process.env.KEY)) allowed = true; if (!allowed) return refuse()`: a variable that is true only for
 * those who have proved something. Every place that sets it has to stand behind a proof.
 */
export function isProvedFlag(analysis: FileAnalysis, name: ts.Identifier, proves: (condition: ts.Expression) => boolean): boolean {
  const declaration = analysis.resolver.declarations.find(name);
  if (declaration?.kind !== 'variable' || declaration.steps.length > 0) return false;
  const { initializer } = declaration.node;
  // A flag proves nothing of itself: `if (!allowed) { … allowed = true }`.
  if (!initializer || bare(initializer).kind !== ts.SyntaxKind.FalseKeyword || asked.has(declaration.node)) return false;
  const assigned = (analysis.outline.assignments.get(name.text) ?? []).filter(({ left }) => {
    const other = ts.isIdentifier(left) ? analysis.resolver.declarations.find(left) : undefined;
    return other?.kind === 'variable' && other.node === declaration.node;
  });
  asked.add(declaration.node);
  try {
    return (
      assigned.length > 0 &&
      assigned.every((assignment) => {
        if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
        const value = bare(assignment.right);
        if (value.kind === ts.SyntaxKind.FalseKeyword) return true;
        return value.kind === ts.SyntaxKind.TrueKeyword ? isBehindProof(assignment, proves) : holds(value, proves);
      })
    );
  } finally {
    asked.delete(declaration.node);
  }
}

/** Flags that are being asked about. */
const asked = new Set<ts.Node>();

/** Does a statement stand where a condition holds that proves something, in the function that it belongs to? */
function isBehindProof(node: ts.Node, proves: (condition: ts.Expression) => boolean): boolean {
  for (let child = node, { parent } = node; parent && !isFunctionNode(child); child = parent, { parent } = parent)
    if (ts.isIfStatement(parent) && parent.thenStatement === child && holds(parent.expression, proves)) return true;
  return false;
}

/** Is something proved whenever a condition holds? */
function holds(condition: ts.Expression, proves: (condition: ts.Expression) => boolean): boolean {
  const value = bare(condition);
  if (!ts.isBinaryExpression(value)) return proves(value);
  const { kind } = value.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return holds(value.left, proves) || holds(value.right, proves);
  if (kind === ts.SyntaxKind.BarBarToken) return holds(value.left, proves) && holds(value.right, proves);
  return proves(value);
}
