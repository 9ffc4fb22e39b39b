import { ts } from 'ts-morph';
import { bare, constantString, propertyOf } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/**
 * Does a name stand for the elements of a list that is written out in the code, all of which have a text under the name of a member: people of a
 * demonstration?
 */
export function isWrittenOut(analysis: FileAnalysis, base: ts.Expression, name: string): boolean {
  if (!ts.isIdentifier(base)) return false;
  const found = analysis.resolver.declarations.find(base);
  if ((found?.kind !== 'variable' && found?.kind !== 'parameter') || found.steps.length > 0) return false;
  const list = listOf(found.node);
  const written = list && analysis.resolver.deref(list);
  return (
    written !== undefined &&
    ts.isArrayLiteralExpression(written) &&
    written.elements.length > 0 &&
    written.elements.every((element) => isText(propertyOf(bare(element), name)))
  );
}

/** The list whose elements a name stands for in turn: `for (const one of list)`, `list.map((one) => …)`. */
function listOf(declared: ts.VariableDeclaration | ts.ParameterDeclaration): ts.Expression | undefined {
  const { parent } = declared;
  if (ts.isVariableDeclaration(declared)) return ts.isForOfStatement(parent.parent) ? parent.parent.expression : undefined;
  const call = isFunctionNode(parent) && parent.parameters[0] === declared ? parent.parent : undefined;
  return call &&
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    /^(map|forEach)$/.test(call.expression.name.text)
    ? call.expression.expression
    : undefined;
}

function isText(value: ts.Expression | ts.MethodDeclaration | undefined): boolean {
  return value !== undefined && !ts.isMethodDeclaration(value) && constantString(value) !== undefined;
}
