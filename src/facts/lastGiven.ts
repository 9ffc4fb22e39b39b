import { ts } from 'ts-morph';
import { contains } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/**
 * What a variable or parameter was given last on every way to a place, whatever it held before: `name = path.basename(name);`.
 * Undefined where it still holds what it began with, or where that depends.
 */
export function lastGiven(
  analysis: FileAnalysis,
  node: ts.Identifier,
  declared: ts.VariableDeclaration | ts.ParameterDeclaration,
): ts.Expression | undefined {
  if (!ts.isIdentifier(declared.name)) return undefined;
  const fn = analysis.functionAround(node);
  const before = (analysis.outline.assignments.get(node.text) ?? []).filter(({ left, end }) => {
    if (end > node.pos || analysis.functionAround(left) !== fn) return false;
    const found = analysis.resolver.declarations.find(left as ts.Identifier);
    return (found?.kind === 'parameter' || found?.kind === 'variable') && found.node === declared;
  });
  const last = before.at(-1);
  if (last?.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isExpressionStatement(last.parent)) return undefined;
  const block = last.parent.parent;
  return (ts.isBlock(block) || ts.isSourceFile(block)) && contains(block, node) ? last.right : undefined;
}
