import { ts } from 'ts-morph';
import { whole } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { callsLogger } from './catchBody';

/** Indexes of parameters whose values go nowhere: they are compared, asked whether they are there, or logged, and nothing else. */
export function inertParameters(analysis: FileAnalysis, fn: FunctionInfo): number[] {
  const { parameters, body } = fn.node;
  if (!body) return [];
  return parameters.flatMap((parameter, index) => {
    if (!ts.isIdentifier(parameter.name) || parameter.dotDotDotToken) return [];
    const { text } = parameter.name;
    let uses = 0;
    const isInert = namesIn(fn).every((name) => {
      if (name.text !== text || name === parameter.name || !isReference(name)) return true;
      uses++;
      return goesNowhere(analysis, name);
    });
    return isInert && uses > 0 ? [index] : [];
  });
}

function namesIn(fn: FunctionInfo): ts.Identifier[] {
  return [...fn.names, ...fn.nested.flatMap(namesIn)];
}

function isReference(name: ts.Identifier): boolean {
  const { parent } = name;
  return !(
    (ts.isPropertyAccessExpression(parent) && parent.name === name) ||
    (ts.isPropertyAssignment(parent) && parent.name === name) ||
    (ts.isBindingElement(parent) && parent.propertyName === name)
  );
}

const equality: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

function goesNowhere(analysis: FileAnalysis, name: ts.Identifier): boolean {
  const value = whole(name);
  const { parent } = value;
  if (ts.isBinaryExpression(parent)) return equality.has(parent.operatorToken.kind);
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isTypeOfExpression(parent)) return true;
  if (ts.isIfStatement(parent)) return parent.expression === value;
  if (ts.isConditionalExpression(parent) && parent.condition === value) return true;
  return isLogged(analysis, value);
}

/** Is a value, or an object or text with it, handed to a log? */
function isLogged(analysis: FileAnalysis, value: ts.Node): boolean {
  let node = value;
  while (
    ts.isPropertyAssignment(node.parent) ||
    ts.isShorthandPropertyAssignment(node.parent) ||
    ts.isObjectLiteralExpression(node.parent) ||
    ts.isTemplateSpan(node.parent) ||
    ts.isTemplateExpression(node.parent)
  )
    node = node.parent;
  const call = node.parent;
  return (
    ts.isCallExpression(call) && call.expression !== node && (analysis.site(call)?.role?.log !== undefined || callsLogger(analysis, call))
  );
}
