import { ts } from 'ts-morph';
import type { FunctionNode } from './outlineShape';

/** The name that a function or class is known by where it stands: its own, that of a variable or member it becomes. */
export function nameOf(node: FunctionNode | ts.ClassLikeDeclaration, source: ts.SourceFile): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name) return ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : node.name.getText(source);
  let outer: ts.Node = node.parent;
  let child: ts.Node = node;
  // A wrapper call does not take the name away: `const create = asyncHandler(async (req, res) => …)`.
  for (let depth = 0; depth < 3 && outer; depth++) {
    if (ts.isVariableDeclaration(outer) && ts.isIdentifier(outer.name))
      return depth === 0 || child === outer.initializer ? outer.name.text : undefined;
    if (ts.isPropertyAssignment(outer) && !ts.isComputedPropertyName(outer.name)) return outer.name.getText(source).replace(/['"]/g, '');
    if (ts.isPropertyDeclaration(outer)) return outer.name.getText(source);
    if (ts.isExportAssignment(outer)) return 'default';
    if (ts.isBinaryExpression(outer) && outer.operatorToken.kind === ts.SyntaxKind.EqualsToken && outer.right === child) {
      return outer.left
        .getText(source)
        .replace(/^(module\.)?exports\./, '')
        .replace(/^module\.exports$/, 'default');
    }
    if (
      !ts.isCallExpression(outer) &&
      !ts.isParenthesizedExpression(outer) &&
      !ts.isAsExpression(outer) &&
      !ts.isSatisfiesExpression(outer)
    )
      return undefined;
    if (ts.isCallExpression(outer) && ts.isPropertyAccessExpression(outer.expression)) return undefined;
    child = outer;
    outer = outer.parent;
  }
  return undefined;
}
