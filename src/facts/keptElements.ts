import { ts } from 'ts-morph';
import type { Step } from '../syntax/declarations';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** Is a name for an element of a list, or for the first part of each pair in it, one for what the author allows? */
export function isAllowedElement(analysis: FileAnalysis, list: ts.Expression, [first]: readonly Step[]): boolean {
  const isName = first !== undefined && 'index' in first && first.index === 0;
  return (first === undefined || isName) && keepsAllowed(analysis, list, isName);
}

/**
 * Does a step to a list, itself or behind a name, let through only what the author allows: `names.filter((name) => COLUMNS.includes(name))`?
 * `first`: it is about the names in pairs of names and values, `.filter(([name]) => allowed.has(name))`.
 */
export function keepsAllowed(analysis: FileAnalysis, list: ts.Expression, first = false): boolean {
  for (let value = analysis.resolver.deref(list); ;) {
    if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return false;
    const { name, expression } = value.expression;
    if (!/^(?:filter|slice|sort|toSorted)$/.test(name.text)) return false;
    const [callback] = value.arguments;
    if (name.text === 'filter' && callback && allows(analysis, bare(callback), first)) return true;
    value = analysis.resolver.deref(expression);
  }
}

function allows(analysis: FileAnalysis, callback: ts.Expression, first: boolean): boolean {
  const fn = analysis.outline.byNode.get(callback);
  const parameter = fn?.node.parameters[0]?.name;
  const name = first && parameter && ts.isArrayBindingPattern(parameter) ? elementName(parameter.elements[0]) : parameter;
  if (!fn || !name || !ts.isIdentifier(name)) return false;
  const { body } = fn.node;
  const [exit, ...others] = body && ts.isBlock(body) ? fn.exits : [];
  const answer = body && !ts.isBlock(body) ? body : others.length === 0 && exit && ts.isReturnStatement(exit) ? exit.expression : undefined;
  return answer !== undefined && demanded(answer).some((part) => asks(analysis, part, name.text));
}

function elementName(element: ts.ArrayBindingElement | undefined): ts.BindingName | undefined {
  return element && ts.isBindingElement(element) ? element.name : undefined;
}

/** The parts of a condition that all have to hold. */
function demanded(condition: ts.Expression): ts.Expression[] {
  const value = bare(condition);
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...demanded(value.left), ...demanded(value.right)]
    : [value];
}

/** `COLUMNS.includes(name)`, `allowed.has(name)`, `name in columns`, `/^\w+$/.test(name)`. */
function asks(analysis: FileAnalysis, part: ts.Expression, name: string): boolean {
  const isIt = (node: ts.Expression | undefined): boolean => {
    const value = node && bare(node);
    return value !== undefined && ts.isIdentifier(value) && value.text === name;
  };
  if (ts.isBinaryExpression(part)) return part.operatorToken.kind === ts.SyntaxKind.InKeyword && isIt(part.left);
  if (!ts.isCallExpression(part) || !ts.isPropertyAccessExpression(part.expression) || !part.arguments.some(isIt)) return false;
  const method = part.expression.name.text;
  if (method !== 'test') return /^(?:includes|has|hasOwn|hasOwnProperty)$/.test(method);
  const pattern = analysis.resolver.deref(part.expression.expression);
  return ts.isRegularExpressionLiteral(pattern) && /^\/\^(?!\[\^)[^.]*\$\/\w*$/.test(pattern.text);
}
