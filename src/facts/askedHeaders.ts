import { ts } from 'ts-morph';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/**
 * Does a header stand in an object of the file that goes along, as a rule, only where somebody asks for it: `...(cors && corsHeaders)`, in
 * functions whose parameter `cors` is off by default? Then whoever answers has chosen. One kind of answer may have it on.
 */
export function isAskedFor(analysis: FileAnalysis, header: ts.Node): boolean {
  let node = header.parent;
  while (ts.isPropertyAssignment(node) || ts.isObjectLiteralExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    node = node.parent;
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !ts.isSourceFile(node.parent.parent.parent)) return false;
  const statement = node.parent.parent as ts.VariableStatement;
  if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return false;
  const { text } = node.name;
  let uses = 0;
  let chosen = 0;
  walk(analysis.source, (inner) => {
    if (ts.isIdentifier(inner) && inner.text === text && inner.parent !== node) {
      uses++;
      if (isBehindOption(inner)) chosen++;
    }
    return true;
  });
  return chosen * 2 > uses;
}

/** `option && name`, `option ? name : {}` */
function isBehindOption(use: ts.Identifier): boolean {
  const { parent } = use;
  const asks =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && parent.right === use
      ? bare(parent.left)
      : ts.isConditionalExpression(parent) && parent.whenTrue === use
        ? bare(parent.condition)
        : undefined;
  return asks !== undefined && ts.isIdentifier(asks) && isOffByDefault(asks);
}

/** Is a name that of a parameter, or of a member of one, that is off unless somebody sets it? */
function isOffByDefault(name: ts.Identifier): boolean {
  let around: ts.Node | undefined = name.parent;
  while (around && !isFunctionNode(around)) around = around.parent;
  if (!around || !isFunctionNode(around)) return false;
  return around.parameters.some((parameter) => {
    const declared = ts.isObjectBindingPattern(parameter.name)
      ? parameter.name.elements.find((element) => ts.isIdentifier(element.name) && element.name.text === name.text)
      : ts.isIdentifier(parameter.name) && parameter.name.text === name.text
        ? parameter
        : undefined;
    if (!declared) return false;
    return declared.initializer
      ? declared.initializer.kind === ts.SyntaxKind.FalseKeyword
      : ts.isParameter(declared) && declared.questionToken !== undefined;
  });
}
